using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// The registry's error dialect. Codes: https://experienceleague.adobe.com/en/docs/experience-platform/xdm/troubleshooting-guide.
/// </summary>
internal static class RegistryErrors
{
    public static ApiException Create(string code, string title, string detail)
    {
        int status = int.Parse(code.AsSpan(code.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
        return new ApiException(status, new JsonObject
        {
            ["type"] = "http://ns.adobe.com/aep/errors/" + code,
            ["title"] = title,
            ["status"] = status,
            ["report"] = new JsonObject
            {
                ["registryRequestId"] = Guid.NewGuid().ToString(),
                ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("MM-dd-yyyy hh:mm:ss", CultureInfo.InvariantCulture),
                ["detailed-message"] = detail,
                ["sub-errors"] = new JsonArray(),
            },
            ["detail"] = detail,
        });
    }

    public static ApiException NotFound(ResourceType type, string id) =>
        Create(type.NotFoundCode, "Resource not found", $"The requested {type.Name} resource {id} with version 1 is not found.");

    public static ApiException TitleNotUnique(string id) =>
        Create("XDM-1521-400", "Title not unique", $"Object titles must be unique. An object {id} already exists with the same title");

    public static ApiException Namespace(string tenantField) => Create(
        "XDM-1021-400",
        "Namespace validation error",
        $"A custom field is defined under an invalid namespace. All custom fields must be defined under a top-level field named "
            + $"{tenantField}.");

    public static ApiException NoIdentity() => Create(
        "XDM-1528-400",
        "Union descriptor validation error",
        "To participate in a union, a schema must include an identityMap fieldgroup or a primary identity descriptor.");

    public static ApiException NoReferenceIdentity() => Create(
        "XDM-1526-400",
        "Union descriptor validation error",
        "If a schema contains properties that are associated with an xdm:descriptorOneToOne descriptor, those properties must also have a "
        + "xdm:descriptorReferenceIdentity descriptor for that schema to participate in a union.");

    public static ApiException Incompatible(string path, string schemaId, XdmKind first, XdmKind second) => Create(
        "XDM-1413-400",
        "Merge Schema Error",
        $"Cannot merge incompatible data types. The path {path} has already been defined in schema (id={schemaId}) using a different data "
            + "type. "
        + $"Types: {XdmKinds.NameOf(first)}, {XdmKinds.NameOf(second)}");

    /// <summary>
    /// A request that the registry refuses and for which its documentation lists no code: this one is the local platform's own.
    /// </summary>
    public static ApiException Invalid(string detail) => Create("XDM-1400-400", "Validation error", detail);
}
