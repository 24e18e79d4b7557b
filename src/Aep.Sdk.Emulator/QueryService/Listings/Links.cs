using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.Listings;

internal static class Links
{
    public static JsonObject To(string href, string method, string? body = null)
    {
        var link = new JsonObject { ["href"] = href, ["method"] = method };
        if (body is not null)
            link["body"] = body;
        return link;
    }

    /// <summary>The address of a request without its query.</summary>
    public static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.Path}";
}
