using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The <c>orderBy</c> of a catalog listing: <c>created</c>, <c>desc:updated</c>, <c>asc:name,desc:created</c>.</summary>
internal static class CatalogOrder
{
    public static IEnumerable<JsonObject> Apply(IEnumerable<JsonObject> documents, string orderBy)
    {
        IOrderedEnumerable<JsonObject>? ordered = null;
        bool descending = false;
        foreach (string term in orderBy.Split(','))
        {
            // A direction holds for the terms behind it, too: asc:created,updated.
            string[] parts = term.Split(':', 2);
            if (parts.Length == 2)
                descending = parts[0] switch { "asc" => false, "desc" => true, _ => throw CatalogErrors.Invalid($"The order {parts[0]} is neither asc nor desc.") };
            IComparer<JsonObject> comparer = By(parts[^1], descending ? -1 : 1);
            ordered = ordered is null ? documents.Order(comparer) : ordered.ThenBy(document => document, comparer);
        }
        return ordered ?? documents;
    }

    private static Comparer<JsonObject> By(string name, int sign) => Comparer<JsonObject>.Create((left, right) => sign * Compare(left[name], right[name]));

    private static int Compare(JsonNode? left, JsonNode? right)
    {
        string first = left?.ToString() ?? "", second = right?.ToString() ?? "";
        return double.TryParse(first, CultureInfo.InvariantCulture, out double low) && double.TryParse(second, CultureInfo.InvariantCulture, out double high)
            ? low.CompareTo(high)
            : string.CompareOrdinal(first, second);
    }
}
