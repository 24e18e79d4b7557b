using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Catalog listings: a map by id; <c>start</c> is a zero-based offset, <c>limit</c> at most 100, other parameters are filters on members.</summary>
internal static class CatalogListing
{
    private const int MaxLimit = 100;
    private const int DefaultLimit = 20;
    private static readonly string[] Reserved = ["limit", "start", "orderBy", "properties", "createdAfter", "createdBefore", "createdClient"];

    public static JsonObject Of(HttpRequest request, IEnumerable<JsonObject> documents)
    {
        foreach ((string name, var values) in request.Query.Where(parameter => !Reserved.Contains(parameter.Key)))
            documents = documents.Where(document => Matches(document, name, values.ToString()));
        documents = Order(documents, request.Query["orderBy"].FirstOrDefault());
        int limit = Number(request, "limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
            throw CatalogErrors.Invalid($"limit must be between 1 and {MaxLimit}.");
        IEnumerable<JsonObject> page = documents.Skip(Number(request, "start") ?? 0).Take(limit);
        return new JsonObject(page.Select(document => Entry(document, request.Query["properties"].FirstOrDefault())));
    }

    /// <summary>A single object is a map of one.</summary>
    public static KeyValuePair<string, JsonNode?> Entry(JsonObject document, string? properties = null)
    {
        string id = (string)document["@id"]!;
        document.Remove("@id");
        if (properties is not null)
        {
            HashSet<string> wanted = [.. properties.Split(',')];
            foreach (string name in document.Select(member => member.Key).Where(name => !wanted.Contains(name)).ToList())
                document.Remove(name);
        }
        return KeyValuePair.Create<string, JsonNode?>(id, document);
    }

    private static bool Matches(JsonObject document, string name, string value)
    {
        // Batches name their dataset in relatedObjects; the query parameter is dataSet.
        if (name == "dataSet")
            return document["relatedObjects"]?.AsArray().Any(related => (string?)related?["id"] == value) ?? false;
        return value.Split(',').Contains(document[name]?.ToString());
    }

    private static IEnumerable<JsonObject> Order(IEnumerable<JsonObject> documents, string? orderBy)
    {
        if (orderBy is null)
            return documents;
        string[] parts = orderBy.Split(':');
        bool descending = parts[0] == "desc";
        string name = parts[^1];
        return descending
            ? documents.OrderByDescending(document => Key(document, name), StringComparer.Ordinal)
            : documents.OrderBy(document => Key(document, name), StringComparer.Ordinal);

        // Times are numbers of 13 digits, so their text sorts like their value.
        static string Key(JsonObject document, string name) => document[name]?.ToString() ?? "";
    }

    private static int? Number(HttpRequest request, string name)
    {
        string? text = request.Query[name].FirstOrDefault();
        if (text is null)
            return null;
        return int.TryParse(text, out int number) && number >= 0 ? number : throw CatalogErrors.Invalid($"{name} must be a number.");
    }
}
