using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>A dataset, read from its catalog document.</summary>
internal sealed record CatalogDataset(string Id, string Name, string SchemaId, string TableName, bool ProfileEnabled)
{
    public const string TableTag = DatasetTags.Table;
    public const string ProfileTag = DatasetTags.Profile;

    /// <summary>The document, as the API shows it.</summary>
    public JsonObject Document { get; init; } = [];

    public static CatalogDataset Read(JsonObject document) => new(
        (string)document["id"]!,
        (string)document["name"]!,
        (string)document["schemaRef"]!["id"]!,
        (string)document["tags"]![DatasetTags.Table]![0]!,
        DatasetTags.IsProfileEnabled(document))
    {
        Document = document,
    };
}
