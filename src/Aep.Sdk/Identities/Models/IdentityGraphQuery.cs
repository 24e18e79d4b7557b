using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>Which identities' links to get, and in which form.</summary>
public sealed record IdentityGraphQuery
{
    /// <summary>The identities by namespace and value.</summary>
    [JsonPropertyName("composite_xids")]
    public IReadOnlyList<IdentityReference>? CompositeXids { get; init; }

    /// <summary>The identities by XID.</summary>
    public IReadOnlyList<string>? Xids { get; init; }

    /// <summary><c>set</c> gives the members, <c>graph</c> vertices and edges.</summary>
    [JsonPropertyName("projection_type")]
    public string ProjectionType { get; init; } = "set";

    /// <summary>The graph, or null for the organisation's own.</summary>
    [JsonPropertyName("graph_type")]
    public string? GraphType { get; init; }

    /// <summary>Whether the edges tell datasets and batches that they come from.</summary>
    [JsonPropertyName("require_edge_meta_data")]
    public bool? RequireEdgeMetadata { get; init; }

    /// <summary>Which links to follow; all by default.</summary>
    public IReadOnlyList<IdentityGraphStep>? Traverse { get; init; }

    /// <summary>Which of the found identities to return, in which order and how many; all by default.</summary>
    public IReadOnlyList<IdentityGraphFilter>? Filter { get; init; }

    /// <summary>What comes from Audience Manager; not for the projection <c>graph</c>.</summary>
    [JsonPropertyName("aam_properties")]
    public AudienceManagerProperties? AudienceManager { get; init; }

    /// <summary>The members linked with identities.</summary>
    /// <param name="identities">Each by namespace and value.</param>
    public static IdentityGraphQuery Members(params IReadOnlyList<IdentityReference> identities) => new() { CompositeXids = identities };

    /// <summary>The graphs around identities, with their edges.</summary>
    /// <param name="identities">Each by namespace and value.</param>
    public static IdentityGraphQuery Graph(params IReadOnlyList<IdentityReference> identities) =>
        new() { CompositeXids = identities, ProjectionType = "graph", RequireEdgeMetadata = true };
}
