using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>The error dialect of Identity Service.</summary>
internal static class IdentityErrors
{
    public static ApiException NotFound(string detail) => Create(404, detail);

    public static ApiException Create(int status, string detail) => new(status, new JsonObject
    {
        ["status"] = status,
        ["title"] = status switch { 400 => "BAD_REQUEST", 404 => "NOT_FOUND", _ => "CONFLICT" },
        ["type"] = $"http://ns.adobe.com/aep/errors/IDS-1{status}-{status}",
        ["detail"] = detail,
    });
}
