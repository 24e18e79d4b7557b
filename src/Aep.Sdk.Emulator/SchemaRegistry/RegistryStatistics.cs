using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>GET /stats: the tenant id and how the registry is used.</summary>
internal static class RegistryStatistics
{
    private const int Recent = 10;

    public static IResult Show(Sandbox sandbox, AepEmulatorOptions options)
    {
        IReadOnlyList<JsonObject> schemas = ResourceStore.Custom(sandbox, ResourceType.Schemas);
        IReadOnlyList<JsonObject> all = ResourceStore.Custom(sandbox);
        return Results.Json(new JsonObject
        {
            ["imsOrg"] = options.OrgId,
            ["tenantId"] = options.TenantId,
            ["counts"] = new JsonObject
            {
                ["schemas"] = schemas.Count,
                ["mixins"] = ResourceStore.Custom(sandbox, ResourceType.FieldGroups).Count,
                ["datatypes"] = ResourceStore.Custom(sandbox, ResourceType.DataTypes).Count,
                ["classes"] = ResourceStore.Custom(sandbox, ResourceType.Classes).Count,
                ["unions"] = schemas.Where(SchemaResolver.IsInUnion).Select(schema => (string?)schema["meta:class"]).Distinct().Count(),
            },
            ["recentlyCreatedResources"] = Latest(all, "repo:createdDate", "meta:created"),
            ["recentlyUpdatedResources"] = Latest(all, "repo:lastModifiedDate", "meta:updated"),
            ["classUsage"] = new JsonObject(schemas.GroupBy(schema => (string?)schema["meta:class"] ?? "").Select(Usage)),
        });
    }

    private static JsonArray Latest(IReadOnlyList<JsonObject> resources, string stamp, string shownAs) =>
        [.. resources.OrderByDescending(resource => (long)resource["meta:registryMetadata"]![stamp]!).Take(Recent).Select(resource =>
        {
            JsonObject entry = ResourceRendering.Summary(resource);
            entry["meta:resourceType"] = resource["meta:resourceType"]!.DeepClone();
            entry[shownAs] = DateTimeOffset.FromUnixTimeMilliseconds((long)resource["meta:registryMetadata"]![stamp]!).ToString("R");
            return entry;
        })];

    private static KeyValuePair<string, JsonNode?> Usage(IGrouping<string, JsonObject> schemas) =>
        KeyValuePair.Create<string, JsonNode?>(schemas.Key, new JsonArray([.. schemas.Select(ResourceRendering.Summary)]));
}
