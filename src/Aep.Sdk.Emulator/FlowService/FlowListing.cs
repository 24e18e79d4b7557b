using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Listings of Flow Service: <c>property</c> filters, <c>limit</c>, <c>continuationToken</c> with a link to the next page.</summary>
internal static class FlowListing
{
    private const int MaxLimit = 100;
    private const int DefaultLimit = 20;

    public static JsonObject Of(HttpRequest request, IEnumerable<JsonObject> resources)
    {
        foreach (string? filter in request.Query["property"])
            resources = resources.Where(Filter(filter!));
        List<JsonObject> all = [.. resources.OrderByDescending(resource => (long?)resource["createdAt"] ?? 0)];
        int limit = int.TryParse(request.Query["limit"], CultureInfo.InvariantCulture, out int asked) && asked is > 0 and <= MaxLimit ? asked : DefaultLimit;
        int start = Offset(request.Query["continuationToken"].FirstOrDefault());
        var listing = new JsonObject { ["items"] = new JsonArray([.. all.Skip(start).Take(limit)]) };
        if (start + limit < all.Count)
        {
            string token = Token(start + limit);
            string filters = string.Concat(request.Query["property"].Select(filter => $"property={Uri.EscapeDataString(filter!)}&"));
            string href = $"{request.Path.Value!.Replace("/data/foundation/flowservice", "")}?{filters}limit={limit}&continuationToken={Uri.EscapeDataString(token)}";
            listing["_links"] = new JsonObject { ["next"] = new JsonObject { ["href"] = href } };
        }
        return listing;
    }

    // name==x, name=="x", params.path==x, flowId==x; several values with a comma.
    private static Func<JsonObject, bool> Filter(string filter)
    {
        string[] parts = filter.Split("==", 2);
        if (parts.Length != 2)
            throw FlowErrors.Invalid($"The filter '{filter}' must have the form name==value.");
        string[] path = parts[0].Split('.');
        string[] values = [.. parts[1].Split(',').Select(value => value.Trim('"'))];
        return resource =>
        {
            JsonNode? node = resource;
            foreach (string step in path)
                node = (node as JsonObject)?[step];
            return values.Contains(node?.ToString());
        };
    }

    private static string Token(int offset) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"offset={offset}"));

    private static int Offset(string? token)
    {
        if (token is null)
            return 0;
        Span<byte> bytes = stackalloc byte[64];
        if (Convert.TryFromBase64String(token, bytes, out int count)
            && int.TryParse(System.Text.Encoding.ASCII.GetString(bytes[..count]).Split('=')[^1], CultureInfo.InvariantCulture, out int offset))
            return offset;
        throw FlowErrors.Invalid("The continuationToken is not one that this service gave.");
    }
}
