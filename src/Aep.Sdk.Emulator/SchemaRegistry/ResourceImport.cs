using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Takes the payload of an export: all of its resources, or none.</summary>
internal sealed class ResourceImport(ResourceWriter writer, AepEmulatorOptions options)
{
    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonArray Take(Sandbox sandbox, JsonArray payload, string client)
    {
        string text = payload.ToJsonString(Relaxed).Replace(ResourceExport.Placeholder, options.TenantId, StringComparison.Ordinal);
        JsonObject[] resources = [.. JsonNode.Parse(text)!.AsArray().Select(resource =>
            resource as JsonObject ?? throw RegistryErrors.Invalid("Every entry of an import must be a resource."))];
        if (resources.Length == 0)
            throw RegistryErrors.Invalid("An import needs at least one resource.");
        return new JsonArray([.. writer.Import(sandbox, [.. resources.Select(resource => (TypeOf(resource), resource))], client)]);
    }

    private static ResourceType TypeOf(JsonObject resource)
    {
        string noun = (string?)resource["meta:resourceType"] ?? throw RegistryErrors.Invalid("meta:resourceType is missing in a resource.");
        return ResourceType.Custom.FirstOrDefault(type => type.Noun == noun)
            ?? throw RegistryErrors.Invalid($"The resource type {noun} cannot be imported.");
    }
}
