using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>One page of a listing: sorted by time, continued from the time of an item.</summary>
internal static class QueryPage
{
    private const int DefaultLimit = 20;

    public static JsonObject Of(HttpRequest request, string member, IEnumerable<JsonObject> documents)
    {
        string order = Parameter(request, "orderby") ?? "-created";
        string field = order.TrimStart('-', '+', ' ');
        if (field is not ("created" or "updated"))
            throw QueryErrors.BadRequest($"orderby {order} is not supported: created or updated, with + or -.");
        bool descending = order[0] == '-';
        int limit = Limit(request);
        string? start = Parameter(request, "start");
        bool back = Parameter(request, "isPrevLink") == "true";

        List<JsonObject> sorted = [.. Sort(QueryFilter.Apply(documents, Parameter(request, "property")), field, descending)];
        int from = start is null ? 0 : sorted.FindIndex(document => Compare(document, field, start, descending) >= 0);
        from = from < 0 ? sorted.Count : from;
        if (back)
            (from, limit) = (Math.Max(0, from - limit), Math.Min(limit, from));
        List<JsonObject> items = [.. sorted.Skip(from).Take(limit)];
        string? next = from + items.Count < sorted.Count ? (string?)sorted[from + items.Count][field] : null;
        string? first = (string?)items.FirstOrDefault()?[field];
        return Page(request, member, items, new JsonObject { ["orderby"] = order, ["start"] = first, ["next"] = next, ["count"] = items.Count }, from > 0);
    }

    private static JsonObject Page(HttpRequest request, string member, List<JsonObject> items, JsonObject page, bool hasPrevious)
    {
        string self = $"{request.Scheme}://{request.Host}{request.Path}?orderby={Uri.EscapeDataString((string)page["orderby"]!)}";
        var links = new JsonObject();
        if (page["next"] is JsonNode next)
            links["next"] = new JsonObject { ["href"] = $"{self}&start={next}" };
        if (hasPrevious && page["start"] is JsonNode start)
            links["prev"] = new JsonObject { ["href"] = $"{self}&start={start}&isPrevLink=true" };
        return new JsonObject { [member] = new JsonArray([.. items]), ["_page"] = page, ["_links"] = links, ["version"] = 1 };
    }

    private static IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> documents, string field, bool descending) => descending
        ? documents.OrderByDescending(document => (string)document[field]!, StringComparer.Ordinal)
        : documents.OrderBy(document => (string)document[field]!, StringComparer.Ordinal);

    private static int Compare(JsonObject document, string field, string start, bool descending)
    {
        int order = string.CompareOrdinal((string)document[field]!, start);
        return descending ? -order : order;
    }

    private static int Limit(HttpRequest request)
    {
        if (Parameter(request, "limit") is not string text)
            return DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit > 0
            ? limit
            : throw QueryErrors.BadRequest($"limit {text} is no positive number.");
    }

    private static string? Parameter(HttpRequest request, string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
}
