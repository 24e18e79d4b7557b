using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>What the catalog refuses.</summary>
internal static class DatasetRules
{
    private static readonly string[] Fixed = ["id", "imsOrg", "created", "createdClient", "createdUser", "viewId", "sandboxId"];

    public static void CheckBody(JsonObject body)
    {
        if (body["name"] is not JsonValue name || string.IsNullOrWhiteSpace(name.ToString()))
            throw CatalogErrors.Invalid("The name of the dataset is required.");
        if (body["schemaRef"] is not JsonObject reference || reference["id"] is not JsonValue || reference["contentType"] is not JsonValue)
            throw CatalogErrors.Invalid("schemaRef with id and contentType is required.");
        CheckTags(body);
    }

    public static void CheckChange(JsonObject before, JsonObject after)
    {
        CheckBody(after);
        foreach (string name in Fixed)
        {
            if (!JsonNode.DeepEquals(before[name], after[name]))
                throw CatalogErrors.Invalid($"{name} cannot be changed.");
        }
        if ((string?)before["schemaRef"]!["id"] != (string?)after["schemaRef"]!["id"])
            throw CatalogErrors.Invalid("The schema of a dataset cannot be changed.");
        if (!JsonNode.DeepEquals(before["tags"]?[DatasetTags.Table], after["tags"]?[DatasetTags.Table]))
            throw CatalogErrors.Invalid($"The tag {DatasetTags.Table} belongs to Query Service and cannot be changed.");
    }

    public static void CheckProfile(JsonObject dataset, XdmSchema schema)
    {
        if (DatasetTags.IsProfileEnabled(dataset) && !schema.InUnion)
            throw CatalogErrors.Invalid("To enable profile datasets the schema should be valid");
    }

    private static void CheckTags(JsonObject body)
    {
        if (body["tags"] is null)
            return;
        if (body["tags"] is not JsonObject tags)
            throw Invalid();
        foreach ((_, JsonNode? value) in tags)
        {
            if (value is not JsonArray list || list.Any(entry => entry is not JsonValue))
                throw Invalid();
        }
    }

    private static ApiException Invalid() => CatalogErrors.Invalid("tags must be an object whose values are lists of strings.");
}
