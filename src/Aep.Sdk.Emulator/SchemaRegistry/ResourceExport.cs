using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A resource with all own resources that it is made of, those first that others need, without the tenant's name.</summary>
internal static class ResourceExport
{
    /// <summary>Stands where the tenant id stood.</summary>
    public const string Placeholder = "<XDM_TENANTID_PLACEHOLDER>";

    private static readonly string[] OfTheOrganisation = ["imsOrg", "meta:registryMetadata", "meta:tenantNamespace", "meta:containerId"];

    public static JsonArray Of(Sandbox sandbox, string id, string tenantId)
    {
        var found = new List<JsonObject>();
        Collect(sandbox, id, found, []);
        if (found.Count == 0)
            throw RegistryErrors.NotFound(ResourceType.Schemas, id);
        return [.. found.Select(resource => Neutral(resource, tenantId))];
    }

    private static void Collect(Sandbox sandbox, string id, List<JsonObject> found, HashSet<string> seen)
    {
        if (!seen.Add(id) || ResourceStore.Custom(sandbox).FirstOrDefault(resource => (string?)resource["$id"] == id) is not { } own)
            return; // a standard resource is there wherever this goes
        foreach (string reference in ResourceReferences.Anywhere(own))
            Collect(sandbox, reference, found, seen);
        found.Add(own);
    }

    private static JsonNode Neutral(JsonObject resource, string tenantId)
    {
        foreach (string name in OfTheOrganisation)
            resource.Remove(name);
        string text = resource.ToJsonString()
            .Replace($"https://ns.adobe.com/{tenantId}/", $"https://ns.adobe.com/{Placeholder}/", StringComparison.Ordinal)
            .Replace($"\"_{tenantId}.", $"\"_{Placeholder}.", StringComparison.Ordinal)
            .Replace($"\"_{tenantId}\"", $"\"_{Placeholder}\"", StringComparison.Ordinal);
        return JsonNode.Parse(text)!;
    }
}
