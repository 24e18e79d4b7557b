using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>An audience to create, or what an existing one shall be.</summary>
/// <param name="Name">Name.</param>
public sealed record AudienceDefinition(string Name)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Where its members come from.</summary>
    public AudienceType Type { get; init; } = AudienceType.SegmentDefinition;

    /// <summary>Its rule; for a segment definition.</summary>
    public SegmentExpression? Expression { get; init; }

    /// <summary>Id that its origin knows it by; for an external audience.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Namespace of its origin; for an external audience.</summary>
    public string? Namespace { get; init; }

    /// <summary><c>draft</c>, <c>published</c>, …; for an external audience.</summary>
    public string? LifecycleState { get; init; }

    /// <summary>The dataset that its members come from; for an external audience.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Access labels, for example <c>core/C1</c>.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    [JsonInclude]
    internal string? ProfileInstanceId => Type == AudienceType.SegmentDefinition ? "ups" : null;

    [JsonInclude]
    internal SegmentBody.SchemaName? Schema =>
        Type == AudienceType.SegmentDefinition ? new SegmentBody.SchemaName("_xdm.context.profile") : null;
}
