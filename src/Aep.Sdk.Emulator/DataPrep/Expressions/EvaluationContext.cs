using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>What an expression sees: the fields of a row, and the clock.</summary>
internal sealed record EvaluationContext(JsonObject Row, TimeProvider Time)
{
    /// <summary>A field by its whole name, else by its first step.</summary>
    public object? Field(string name) => Row.TryGetPropertyValue(name, out JsonNode? value) ? Values.FromJson(value) : null;
}
