namespace Aep.Sdk.Governance;

/// <summary>Which policies to list, and in which order.</summary>
public sealed record PolicyFilter
{
    /// <summary>A filter such as <c>status==ENABLED</c>.</summary>
    public string? Property { get; init; }

    /// <summary>A member to sort by, <c>-</c> before it for descending.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Only policies about these labels.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Only policies about this marketing action.</summary>
    public string? MarketingAction { get; init; }

    internal string? LabelList => Labels is { Count: > 0 } ? string.Join(',', Labels) : null;
}
