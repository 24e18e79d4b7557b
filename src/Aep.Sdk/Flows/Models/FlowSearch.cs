namespace Aep.Sdk.Flows;

/// <summary>A query for connections, dataflows or flow specifications (<c>POST …/search</c>).</summary>
/// <param name="Query">The query in Flow Service's language, for example <c>state=="enabled"</c>.</param>
public sealed record FlowSearch(string Query)
{
    /// <summary>The property to sort by; a dash before it sorts descending.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Which members to give, comma-separated; by default all. Searches of connections always give all.</summary>
    public string? Fields { get; init; }

    internal SearchBody ToBody(int? limit) => new(Query, limit, OrderBy);

    internal ProjectingSearchBody ToProjectingBody(int? limit) => new(Query, limit, OrderBy, Fields);
}
