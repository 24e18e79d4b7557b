using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A JSON Patch on a resource.</summary>
internal static class ResourcePatch
{
    private static readonly string[] ReadOnly = ["/$id", "/meta:altId", "/version", "/imsOrg", "/meta:containerId", "/meta:resourceType"];

    public static JsonObject Apply(JsonObject resource, JsonArray operations)
    {
        foreach (JsonObject operation in operations.OfType<JsonObject>())
        {
            if (operation["path"] is JsonValue path && ReadOnly.Contains(path.ToString()))
                throw RegistryErrors.Invalid($"{path} is assigned by the registry and cannot be changed.");
        }
        return JsonPatch.Apply(resource, operations, RegistryErrors.Invalid);
    }
}
