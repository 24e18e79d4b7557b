namespace Aep.Sdk.Datasets;

/// <summary>Which of the requests that were sent together are listed, and what of them.</summary>
public sealed record CatalogResourceQuery
{
    /// <summary>At most so many, 1 to 100; null for the catalog's own choice.</summary>
    public int? Limit { get; init; }

    /// <summary>How many are passed over; null for none.</summary>
    public int? Start { get; init; }

    /// <summary>Direction and property, as <c>asc:created</c>; null for the catalog's own order.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public IReadOnlyList<CatalogFilter> Filters { get; init; } = [];

    /// <summary>The members of the first level that are answered; empty for all.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    internal string? PropertiesText => Properties.Count == 0 ? null : string.Join(',', Properties);
}
