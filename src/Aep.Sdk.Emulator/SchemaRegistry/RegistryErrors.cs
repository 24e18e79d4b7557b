using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The Schema Registry's error dialect: type with a code, title, status, report, detail.</summary>
internal static class RegistryErrors
{
    public static ApiException NotFound(string id) => Create(404, "XDM-1010-404", "Resource not found", $"The requested resource {id} was not found.");

    public static ApiException BadAccept(string accept) => Create(
        406, "XDM-1006-406", "Accept header error",
        $"The Accept header '{accept}' is not valid for this operation: use application/vnd.adobe.xed+json or a variant, with ;version=1 for a single resource.");

    public static ApiException Invalid(string detail) => Create(400, "XDM-1020-400", "Validation error", detail);

    public static ApiException Conflict(string detail) => Create(409, "XDM-1030-409", "Conflict", detail);

    private static ApiException Create(int status, string code, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = $"http://ns.adobe.com/aep/errors/{code}",
        ["title"] = title,
        ["status"] = status,
        ["report"] = new JsonObject { ["registryRequestId"] = Guid.NewGuid().ToString(), ["detailed-message"] = detail, ["sub-errors"] = new JsonArray() },
        ["detail"] = detail,
    });
}
