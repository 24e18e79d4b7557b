namespace Aep.Sdk.Queries;

internal sealed class QueryPageLinks
{
    public QueryPageLink? Next { get; init; }

    internal sealed class QueryPageLink
    {
        public string? Href { get; init; }
    }
}
