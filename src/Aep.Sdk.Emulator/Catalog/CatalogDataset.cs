using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>A dataset, read from its catalog document.</summary>
internal sealed record CatalogDataset(string Id, string Name, string SchemaId, string TableName, bool ProfileEnabled)
{
    public const string TableTag = "adobe/pqs/table";
    public const string ProfileTag = "unifiedProfile";

    public static CatalogDataset Read(string id, JsonObject document) => new(
        id,
        (string)document["name"]!,
        (string)document["schemaRef"]!["id"]!,
        (string)document["tags"]![TableTag]![0]!,
        document["tags"]![ProfileTag]?.AsArray().Any(value => (string?)value == "enabled:true") ?? false);
}
