using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What a listing is asked for: in the query of a GET, or in the body of a search.</summary>
internal sealed record FlowQuery(string[] Filters, string? OrderBy, string? Limit, string? Token, bool Count)
{
    public static FlowQuery Of(HttpRequest request) => new(
        [.. request.Query["property"].OfType<string>()],
        request.Query["orderby"].FirstOrDefault(),
        request.Query["limit"].FirstOrDefault(),
        request.Query["continuationToken"].FirstOrDefault(),
        request.Query["count"] == "true");

    /// <summary>A search: <c>queryString</c> holds filters as the <c>property</c> of a listing does, joined with <c>&amp;</c>.</summary>
    public static FlowQuery Of(HttpRequest request, JsonObject body)
    {
        string text = body["queryString"]?.ToString() ?? "";
        string[] filters = [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.StartsWith("property=", StringComparison.Ordinal) ? part["property=".Length..] : part)];
        return new FlowQuery(filters, body["orderby"]?.ToString(), body["limit"]?.ToString(),
            request.Query["continuationToken"].FirstOrDefault(),
            body["count"]?.ToString() == "true");
    }

    /// <summary>Sorts by a member at any depth, descending with a minus before it; without one the newest come first.</summary>
    public IEnumerable<JsonObject> Sort(IEnumerable<JsonObject> resources)
    {
        if (string.IsNullOrEmpty(OrderBy))
            return resources.OrderByDescending(resource => (long?)resource["createdAt"] ?? 0);
        bool descending = OrderBy[0] == '-';
        string[] path = OrderBy.TrimStart('-', '+').Split('.');
        IComparer<JsonNode?> order = Comparer<JsonNode?>.Create(Compare);
        return descending
            ? resources.OrderByDescending(resource => At(resource, path), order)
            : resources.OrderBy(resource => At(resource, path), order);
    }

    public static JsonNode? At(JsonNode? node, IEnumerable<string> path)
    {
        foreach (string step in path)
            node = (node as JsonObject)?[step];
        return node;
    }

    private static int Compare(JsonNode? one, JsonNode? other) =>
        double.TryParse(one?.ToString(), CultureInfo.InvariantCulture, out double first)
            && double.TryParse(other?.ToString(), CultureInfo.InvariantCulture, out double second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(one?.ToString(), other?.ToString());
}
