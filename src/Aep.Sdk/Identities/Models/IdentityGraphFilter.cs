using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>Which identities of a graph to return.</summary>
public sealed record IdentityGraphFilter
{
    /// <summary>Conditions that they fulfil.</summary>
    [JsonPropertyName("predicate")]
    public IReadOnlyList<IdentityGraphPredicate>? Predicates { get; init; }

    /// <summary>The property to sort by.</summary>
    [JsonPropertyName("order_by")]
    public string? OrderBy { get; init; }

    /// <summary>How many at most: a number, which the service takes as a text.</summary>
    public string? Limit { get; init; }
}
