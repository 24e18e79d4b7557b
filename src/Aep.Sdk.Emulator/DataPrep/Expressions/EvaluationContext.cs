using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>What an expression sees: the fields of a row, and the clock.</summary>
internal sealed record EvaluationContext(JsonObject Row, TimeProvider Time)
{
    /// <summary>The parameters of the functions of an item that are being applied.</summary>
    public IReadOnlyDictionary<string, object?> Locals { get; private init; } = new Dictionary<string, object?>();

    /// <summary>The same row, and a parameter.</summary>
    public EvaluationContext With(string name, object? value) =>
        this with { Locals = new Dictionary<string, object?>(Locals) { [name] = value } };

    /// <summary>A parameter, or a field by its whole name, else by its first step.</summary>
    public object? Field(string name) => Locals.TryGetValue(name, out object? local)
        ? local
        : Row.TryGetPropertyValue(name, out JsonNode? value) ? Values.FromJson(value) : null;
}
