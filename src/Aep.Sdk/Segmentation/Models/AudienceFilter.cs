namespace Aep.Sdk.Segmentation;

/// <summary>Which audiences to list, and in which order.</summary>
public sealed record AudienceFilter
{
    /// <summary>Only those whose name contains this.</summary>
    public string? Name { get; init; }

    /// <summary>Only those whose description contains this.</summary>
    public string? Description { get; init; }

    /// <summary>A filter such as <c>audienceId==…</c>.</summary>
    public string? Property { get; init; }

    /// <summary>Order such as <c>updateTime:desc</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Kind of entity, for example <c>_xdm.context.account</c>; null for profiles.</summary>
    public string? EntityType { get; init; }
}
