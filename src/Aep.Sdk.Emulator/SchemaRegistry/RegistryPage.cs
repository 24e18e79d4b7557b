using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// A page of a registry listing. <c>start</c> is the value of the first <c>orderby</c> field at the end of the page before: entries
/// strictly behind it follow. So entries of one value are never cut apart, and a page may be longer than <c>limit</c>, as Adobe's
/// documentation says.
/// </summary>
internal sealed class RegistryPage
{
    private const int DefaultLimit = 300;
    private const int MaxLimit = 500;

    private readonly HttpRequest _request;
    private readonly string? _orderBy;
    private readonly string? _next;
    private readonly IReadOnlyList<JsonObject> _items;

    private RegistryPage(HttpRequest request, string? orderBy, IReadOnlyList<JsonObject> items, string? next)
    {
        _request = request;
        _orderBy = orderBy;
        _items = items;
        _next = next;
    }

    public static RegistryPage Of(HttpRequest request, IEnumerable<JsonObject> resources)
    {
        // Without orderby there is no paging: Adobe's clients send start and limit all the same, to no effect.
        string? orderBy = request.Query["orderby"].FirstOrDefault();
        if (string.IsNullOrEmpty(orderBy))
            return new RegistryPage(request, null, [.. resources.Take(DefaultLimit)], null);
        string[] fields = orderBy.Split(',');
        List<JsonObject> ordered = [.. Order(resources, fields)];
        if (request.Query["start"].FirstOrDefault() is { } start)
            ordered.RemoveAll(resource => !IsBehind(Key(resource, fields[0]), start, fields[0]));
        int count = PageLength(ordered, fields[0], Limit(request));
        string? next = count < ordered.Count ? Key(ordered[count - 1], fields[0])?.ToString() ?? "" : null;
        return new RegistryPage(request, orderBy, [.. ordered.Take(count)], next);
    }

    public JsonObject ToJson(Func<JsonObject, JsonNode> show, string? globalPath = null)
    {
        var links = new JsonObject();
        string site = $"{_request.Scheme}://{_request.Host}";
        links["next"] = _next is null
            ? null
            : new JsonObject
            {
                ["href"] =
                    $"{site}{_request.Path}?orderby={Uri.EscapeDataString(_orderBy!)}"
                    + $"&start={Uri.EscapeDataString(_next)}&limit={Limit(_request)}",
            };
        if (globalPath is not null)
            links[$"global_{globalPath[(globalPath.LastIndexOf('/') + 1)..]}"] = new JsonObject { ["href"] = site + globalPath };
        return new JsonObject
        {
            ["results"] = new JsonArray([.. _items.Select(show)]),
            ["_page"] = new JsonObject { ["orderby"] = _orderBy, ["next"] = _next, ["count"] = _items.Count },
            ["_links"] = links,
        };
    }

    private static IEnumerable<JsonObject> Order(IEnumerable<JsonObject> resources, string[] fields)
    {
        IOrderedEnumerable<JsonObject> ordered =
            resources.Order(Comparer<JsonObject>.Create((left, right) => CompareBy(fields[0], left, right)));
        foreach (string field in fields.Skip(1))
            ordered = ordered.ThenBy(resource => resource, Comparer<JsonObject>.Create((left, right) => CompareBy(field, left, right)));
        return ordered;
    }

    private static int CompareBy(string field, JsonObject left, JsonObject right)
    {
        int result = JsonOrder.Compare(Key(left, field), Key(right, field));
        return field.StartsWith('-') ? -result : result;
    }

    private static bool IsBehind(JsonNode? key, string start, string field)
    {
        int result = JsonOrder.CompareWithText(key, start);
        return field.StartsWith('-') ? result < 0 : result > 0;
    }

    private static int PageLength(List<JsonObject> ordered, string field, int limit)
    {
        int count = Math.Min(limit, ordered.Count);
        while (count > 0 && count < ordered.Count && JsonOrder.Compare(Key(ordered[count], field), Key(ordered[count - 1], field)) == 0)
            count++;
        return count;
    }

    private static JsonNode? Key(JsonObject resource, string field)
    {
        string name = field.TrimStart('-');
        return name switch
        {
            "created" or "meta:created" => resource["meta:registryMetadata"]?["repo:createdDate"] ?? resource[name],
            "updated" or "meta:updated" => resource["meta:registryMetadata"]?["repo:lastModifiedDate"] ?? resource[name],
            _ => resource[name],
        };
    }

    private static int Limit(HttpRequest request)
    {
        string? text = request.Query["limit"].FirstOrDefault();
        if (text is null)
            return DefaultLimit;
        return int.TryParse(text, CultureInfo.InvariantCulture, out int limit) && limit is > 0 and <= MaxLimit
            ? limit
            : throw RegistryErrors.Invalid($"limit must be a number between 1 and {MaxLimit}.");
    }
}
