using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// Listings of Flow Service: <c>property</c> filters, <c>limit</c>, <c>continuationToken</c> with a link to the next page.
/// </summary>
internal static class FlowListing
{
    private const int MaxLimit = 100;
    private const int DefaultLimit = 20;

    public static JsonObject Of(HttpRequest request, IEnumerable<JsonObject> resources) => Of(request, FlowQuery.Of(request), resources);

    /// <summary>A page of the resources that a query asks for.</summary>
    /// <exception cref="Gateway.ApiException">400: a filter or the continuation token cannot be read.</exception>
    public static JsonObject Of(HttpRequest request, FlowQuery query, IEnumerable<JsonObject> resources)
    {
        foreach (string filter in query.Filters)
            resources = resources.Where(Filter(filter));
        List<JsonObject> all = [.. query.Sort(resources)];
        int limit =
            int.TryParse(query.Limit, CultureInfo.InvariantCulture, out int asked) && asked is > 0 and <= MaxLimit ? asked : DefaultLimit;
        int start = Offset(query.Token);
        var listing = new JsonObject { ["items"] = new JsonArray([.. all.Skip(start).Take(limit)]) };
        if (query.Count)
            listing["count"] = all.Count;
        if (start + limit < all.Count)
            listing["_links"] =
                new JsonObject { ["next"] = new JsonObject { ["href"] = Next(request, query, limit, Token(start + limit)) } };
        return listing;
    }

    private static string Next(HttpRequest request, FlowQuery query, int limit, string token)
    {
        string path = request.Path.Value!.Replace("/data/foundation/flowservice", "");
        bool search = HttpMethods.IsPost(request.Method); // the filters of a search stand in its body
        string filters = search ? "" : string.Concat(query.Filters.Select(filter => $"property={Uri.EscapeDataString(filter)}&"));
        string order = search || string.IsNullOrEmpty(query.OrderBy) ? "" : $"orderby={Uri.EscapeDataString(query.OrderBy)}&";
        return $"{path}?{filters}{order}limit={limit}&continuationToken={Uri.EscapeDataString(token)}";
    }

    // name==x, name=="x", params.path==x, flowId==x; several values with a comma.
    private static Func<JsonObject, bool> Filter(string filter)
    {
        string[] parts = filter.Split("==", 2);
        if (parts.Length != 2)
            throw FlowErrors.Invalid($"The filter '{filter}' must have the form name==value.");
        string[] path = parts[0].Split('.');
        string[] values = [.. parts[1].Split(',').Select(value => value.Trim('"'))];
        return resource => values.Contains(FlowQuery.At(resource, path)?.ToString());
    }

    private static string Token(int offset) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"offset={offset}"));

    private static int Offset(string? token)
    {
        if (token is null)
            return 0;
        Span<byte> bytes = stackalloc byte[64];
        if (Convert.TryFromBase64String(token, bytes, out int count)
            && int.TryParse(
                System.Text.Encoding.ASCII.GetString(bytes[..count]).Split('=')[^1], CultureInfo.InvariantCulture, out int offset))
            return offset;
        throw FlowErrors.Invalid("The continuationToken is not one that this service gave.");
    }
}
