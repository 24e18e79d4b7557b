using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>A segment definition (Segmentation Service <c>/segment/definitions</c>).</summary>
public sealed record Segment
{
    /// <summary>The segment's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Its rule.</summary>
    public SegmentExpression? Expression { get; init; }

    /// <summary>The merge policy that its profiles are merged by.</summary>
    public string? MergePolicyId { get; init; }

//@@EXT
}
