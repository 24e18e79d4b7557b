using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>A condition on the identities or the links of a graph. Adobe's specification names the members and not their values.</summary>
public sealed record IdentityGraphPredicate
{
    /// <summary>A property of the identity.</summary>
    [JsonPropertyName("v_prop")]
    public string? VertexProperty { get; init; }

    /// <summary>A property of the link.</summary>
    [JsonPropertyName("e_prop")]
    public string? EdgeProperty { get; init; }

    /// <summary>How it is compared.</summary>
    [JsonPropertyName("op")]
    public string? Operator { get; init; }

    /// <summary>With what it is compared.</summary>
    public string? Value { get; init; }
}
