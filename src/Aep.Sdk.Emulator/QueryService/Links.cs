using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService;

internal static class Links
{
    public static JsonObject To(string href, string method, string? body = null)
    {
        var link = new JsonObject { ["href"] = href, ["method"] = method };
        if (body is not null)
            link["body"] = body;
        return link;
    }
}
