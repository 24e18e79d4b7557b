namespace Aep.Sdk.Queries;

/// <summary>What a listing of Query Service gives, and in which order. All conditions hold at once.</summary>
public sealed record QuerySelection
{
    /// <summary>The order.</summary>
    public QueryOrder Order { get; init; } = QueryOrder.NewestFirst;

    /// <summary>The conditions.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>Also queries that were deleted softly. Only for queries.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Also what clients send without their user: cursors, metadata. Only for queries.</summary>
    public bool IncludeHidden { get; init; }

    /// <summary>A selection by conditions.</summary>
    public static QuerySelection Where(params IReadOnlyList<QueryFilter> filters) => new() { Filters = filters };

    internal string? Property => Filters.Count == 0 ? null : string.Join(',', Filters);
}
