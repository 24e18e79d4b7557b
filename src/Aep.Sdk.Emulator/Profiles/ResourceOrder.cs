using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Sorts and filters listings: <c>sort=creationTime:desc</c>, <c>property=name==x</c>.</summary>
internal static class ResourceOrder
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "=", "<", ">", "~"];

    /// <exception cref="Gateway.ApiException">400: a filter or an order cannot be read.</exception>
    public static IEnumerable<JsonObject> Apply(HttpRequest request, IEnumerable<JsonObject> items)
    {
        IEnumerable<JsonObject> kept = request.Query["property"].Where(filter => !string.IsNullOrEmpty(filter))
            .Aggregate(items, (rest, filter) => Filter(rest, filter!));
        string[] sort = request.Query["sort"].ToString().Split(':');
        if (sort[0].Length == 0)
            return kept;
        string direction = sort.Length > 1 ? sort[1] : "asc";
        if (direction is not ("asc" or "desc"))
            throw ProfileErrors.Invalid($"The order '{request.Query["sort"]}' must end in :asc or :desc.");
        return By(sort[0], direction == "desc", kept);
    }

    /// <summary>Sorts by a member, with a minus before it the other way round: <c>orderby=-version</c>.</summary>
    public static IEnumerable<JsonObject> BySign(string order, IEnumerable<JsonObject> items) =>
        order.Length == 0 ? items : By(order.TrimStart('+', '-', ' '), order[0] == '-', items);

    /// <summary>
    /// Sorts by members, with the direction before them: <c>orderBy=desc:createdDate,name</c>; or as <see cref="BySign"/>.
    /// </summary>
    public static IEnumerable<JsonObject> ByPrefix(string order, IEnumerable<JsonObject> items)
    {
        string[] parts = order.Split(':');
        if (parts.Length == 1)
            return BySign(order, items);
        if (parts[0] is not ("asc" or "desc") || parts.Length > 2)
            throw ProfileErrors.Invalid($"The order '{order}' must begin with asc: or desc:.");
        return parts[1].Split(',').Reverse().Aggregate(items, (sorted, member) => By(member, parts[0] == "desc", sorted));
    }

    /// <summary>Those that a filter keeps; several values stand for any of them: <c>status==COMPLETED,FAILED</c>.</summary>
    public static IEnumerable<JsonObject> AnyOf(string filter, IEnumerable<JsonObject> items)
    {
        if (filter.Length == 0)
            return items;
        string[] parts = filter.Split("==");
        return parts.Length == 2
            ? items.Where(item => parts[1].Split(',').Contains(At(item, parts[0])?.ToString(), StringComparer.OrdinalIgnoreCase))
            : Filter(items, filter);
    }

    // Sorting is stable: what is equal stays as it was.
    private static IEnumerable<JsonObject> By(string member, bool descending, IEnumerable<JsonObject> items)
    {
        var order = Comparer<JsonNode?>.Create(Compare);
        return descending ? items.OrderByDescending(item => At(item, member), order) : items.OrderBy(item => At(item, member), order);
    }

    private static IEnumerable<JsonObject> Filter(IEnumerable<JsonObject> items, string filter)
    {
        string symbol = Operators.FirstOrDefault(filter.Contains)
            ?? throw ProfileErrors.Invalid($"The filter '{filter}' has no comparison.");
        int place = filter.IndexOf(symbol, StringComparison.Ordinal);
        string path = filter[..place], value = filter[(place + symbol.Length)..];
        return items.Where(item => Holds(At(item, path)?.ToString(), symbol, value));
    }

    private static bool Holds(string? actual, string symbol, string value)
    {
        if (symbol is "==" or "=")
            return string.Equals(actual, value, StringComparison.OrdinalIgnoreCase);
        if (symbol == "!=")
            return !string.Equals(actual, value, StringComparison.OrdinalIgnoreCase);
        if (actual is null)
            return false;
        if (symbol == "~")
            return actual.Contains(value, StringComparison.OrdinalIgnoreCase);
        int order = decimal.TryParse(actual, out decimal left) && decimal.TryParse(value, out decimal right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(actual, value);
        return symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    private static int Compare(JsonNode? left, JsonNode? right) =>
        decimal.TryParse(left?.ToString(), out decimal a) && decimal.TryParse(right?.ToString(), out decimal b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left?.ToString(), right?.ToString());

    private static JsonNode? At(JsonNode item, string path)
    {
        JsonNode? node = item;
        foreach (string step in path.Split('.'))
            node = (node as JsonObject)?[step];
        return node;
    }
}
