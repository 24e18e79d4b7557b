using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Storage;

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
                descending = IsDescending(parts[0]);
            IComparer<JsonObject> comparer = By(parts[^1], descending ? -1 : 1);
            ordered = ordered is null ? documents.Order(comparer) : ordered.ThenBy(document => document, comparer);
        }
        return ordered ?? documents;
    }

    private static bool IsDescending(string direction) => direction switch
    {
        "asc" => false,
        "desc" => true,
        _ => throw CatalogErrors.Invalid($"The order {direction} is neither asc nor desc."),
    };

    private static Comparer<JsonObject> By(string name, int sign) =>
        Comparer<JsonObject>.Create((left, right) => sign * JsonOrder.Compare(left[name], right[name]));
}
