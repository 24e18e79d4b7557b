using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Catalog listings: a map by id; <c>start</c> is a zero-based offset, <c>limit</c> 1 to 100, other parameters are filters on members.
/// </summary>
internal static class CatalogListing
{
    private const int MaxLimit = 100;
    private const int DefaultLimit = 20;
    private static readonly string[] Reserved = ["limit", "start", "orderBy", "properties", "createdAfter", "createdBefore"];

    /// <summary>The documents that the parameters of a request ask for.</summary>
    public static IEnumerable<JsonObject> Filter(HttpRequest request, IEnumerable<JsonObject> documents)
    {
        foreach ((string name, var values) in request.Query.Where(
            parameter => !Reserved.Contains(parameter.Key) && parameter.Key != "property"))
            documents = documents.Where(document => CatalogFilter.Matches(document, name, values.ToString()));
        foreach (string? property in request.Query["property"])
            documents = documents.Where(PropertyQuery.Parse(property ?? ""));
        if (Time(request, "createdAfter") is { } after)
            documents = documents.Where(document => (long)document["created"]! > after);
        if (Time(request, "createdBefore") is { } before)
            documents = documents.Where(document => (long)document["created"]! < before);
        return documents;
    }

    public static JsonObject Of(HttpRequest request, IEnumerable<JsonObject> all)
    {
        IEnumerable<JsonObject> documents = Filter(request, all);
        if (request.Query["orderBy"].FirstOrDefault() is { Length: > 0 } orderBy)
            documents = CatalogOrder.Apply(documents, orderBy);
        string? properties = request.Query["properties"].FirstOrDefault();
        return new JsonObject(Page(request, documents).Select(document => Entry(document, properties)));
    }

    /// <summary>The part of a listing that <c>start</c> and <c>limit</c> ask for.</summary>
    public static IEnumerable<T> Page<T>(HttpRequest request, IEnumerable<T> entries)
    {
        int limit = Number(request, "limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
            throw CatalogErrors.Invalid($"limit must be between 1 and {MaxLimit}.");
        return entries.Skip(Number(request, "start") ?? 0).Take(limit);
    }

    /// <summary>A single object: a map of one, with its version in the <c>ETag</c>.</summary>
    public static JsonObject Single(HttpRequest request, JsonObject document)
    {
        ObjectVersion.Show(request.HttpContext.Response, document);
        return new([Entry(document, request.Query["properties"].FirstOrDefault())]);
    }

    /// <summary>One object, or several whose ids stand side by side with commas; of several, those that there are.</summary>
    public static JsonObject Several(HttpRequest request, string ids, Func<string, JsonObject?> find, string kind)
    {
        if (!ids.Contains(','))
            return Single(request, find(ids) ?? throw CatalogErrors.NotFound(kind, ids));
        string? properties = request.Query["properties"].FirstOrDefault();
        return new JsonObject(ids.Split(',').Distinct().Select(find).OfType<JsonObject>().Select(document => Entry(document, properties)));
    }

    private static KeyValuePair<string, JsonNode?> Entry(JsonObject document, string? properties)
    {
        string id = (string)document["id"]!;
        if (properties is not null)
        {
            HashSet<string> wanted = [.. properties.Split(',')];
            foreach (string name in document.Select(member => member.Key).Where(name => !wanted.Contains(name)).ToList())
                document.Remove(name);
        }
        return KeyValuePair.Create<string, JsonNode?>(id, document);
    }

    private static int? Number(HttpRequest request, string name)
    {
        string? text = request.Query[name].FirstOrDefault();
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw CatalogErrors.Invalid($"{name} must be a number and not negative.");
    }

    private static long? Time(HttpRequest request, string name)
    {
        string? text = request.Query[name].FirstOrDefault();
        if (text is null)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long time)
            ? time
            : throw CatalogErrors.Invalid($"{name} must be a time in milliseconds since 1970.");
    }
}
