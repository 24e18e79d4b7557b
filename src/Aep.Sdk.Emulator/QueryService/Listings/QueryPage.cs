using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>One page of a listing: sorted by time, continued from the time of an item.</summary>
internal static class QueryPage
{
    private const int DefaultLimit = 20;

    public static JsonObject Of(HttpRequest request, string member, QueryFilter filter, IEnumerable<JsonObject> documents)
    {
        var parameters = new ListingParameters(request);
        Predicate<JsonObject> condition = filter.Parse(parameters["property"]);
        int limit = parameters.Number("limit", DefaultLimit);
        string? start = parameters["start"] is string text ? CreationTimes.Normalize(text) : null;
        List<JsonObject> sorted = [.. Sort(documents.Where(document => condition(document)), parameters)];

        int from = start is null ? 0 : sorted.FindIndex(document => Compare(document, start, parameters) >= 0);
        from = from < 0 ? sorted.Count : from;
        if (parameters.Flag("isPrevLink", otherwise: false))
            (from, limit) = (Math.Max(0, from - limit), Math.Min(limit, from));
        List<JsonObject> items = [.. sorted.Skip(from).Take(limit)];
        return Page(member, items, parameters, from > 0, sorted.ElementAtOrDefault(from + items.Count));
    }

    /// <summary>Documents in the order that a request asks for.</summary>
    public static IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> documents, ListingParameters parameters) => parameters.IsDescending
        ? documents.OrderByDescending(document => Time(document, parameters), StringComparer.Ordinal)
        : documents.OrderBy(document => Time(document, parameters), StringComparer.Ordinal);

    private static JsonObject Page(
        string member, List<JsonObject> items, ListingParameters parameters, bool hasPrevious, JsonObject? following)
    {
        string? first = items.Count == 0 ? null : Time(items[0], parameters);
        var page = new JsonObject { ["orderby"] = parameters.Order, ["start"] = first, ["count"] = items.Count };
        var links = new JsonObject();
        if (parameters["property"] is string property)
            page["property"] = property;
        if (following is not null)
        {
            page["next"] = Time(following, parameters);
            links["next"] = new JsonObject { ["href"] = parameters.Address(("start", Time(following, parameters))) };
        }
        if (hasPrevious && first is not null)
            links["prev"] = new JsonObject { ["href"] = parameters.Address(("start", first), ("isPrevLink", "true")) };
        return new JsonObject { [member] = new JsonArray([.. items]), ["_page"] = page, ["_links"] = links, ["version"] = 1 };
    }

    private static string Time(JsonObject document, ListingParameters parameters) => (string)document[parameters.Field]!;

    private static int Compare(JsonObject document, string start, ListingParameters parameters)
    {
        int order = string.CompareOrdinal(Time(document, parameters), start);
        return parameters.IsDescending ? -order : order;
    }
}
