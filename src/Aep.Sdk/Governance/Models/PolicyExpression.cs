using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Labels joined by and, or: a label alone, or an operator with its operands.</summary>
public sealed record PolicyExpression
{
    /// <summary>The label, of an expression that is nothing else.</summary>
    public string? Label { get; init; }

    /// <summary><c>AND</c> or <c>OR</c>.</summary>
    public string? Operator { get; init; }

    /// <summary>What the operator joins.</summary>
    public IReadOnlyList<PolicyExpression>? Operands { get; init; }

    /// <summary>A label.</summary>
    /// <param name="label">Its name.</param>
    public static PolicyExpression Of(string label) => new() { Label = label };

    /// <summary>All of these labels.</summary>
    /// <param name="labels">Their names.</param>
    public static PolicyExpression All(params IReadOnlyList<string> labels) =>
        new() { Operator = "AND", Operands = [.. labels.Select(Of)] };

    /// <summary>Any of these labels.</summary>
    /// <param name="labels">Their names.</param>
    public static PolicyExpression Any(params IReadOnlyList<string> labels) => new() { Operator = "OR", Operands = [.. labels.Select(Of)] };

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
