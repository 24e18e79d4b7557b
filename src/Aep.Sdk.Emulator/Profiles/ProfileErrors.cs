using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The error dialect of Profile and Segmentation.</summary>
internal static class ProfileErrors
{
    public static ApiException NotFound(string detail) => Create(404, "UPS-1404-404", "Not Found", detail);

    public static ApiException Invalid(string detail) => Create(400, "UPS-1400-400", "Bad Request", detail);

    private static ApiException Create(int status, string code, string title, string detail) => new(status, new JsonObject
    {
        ["status"] = status,
        ["type"] = $"http://ns.adobe.com/aep/errors/{code}",
        ["title"] = title,
        ["detail"] = detail,
        ["message"] = detail,
    });
}
