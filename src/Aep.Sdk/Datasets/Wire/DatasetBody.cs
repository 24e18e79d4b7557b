using System.Text.Json.Nodes;

namespace Aep.Sdk.Datasets;

/// <summary>Body of POST /dataSets.</summary>
internal sealed record DatasetBody(string Name, string Description, SchemaReference SchemaRef, JsonObject FileDescription, JsonObject Tags)
{
    public static DatasetBody From(DatasetDefinition definition) => new(
        definition.Name,
        definition.Description,
        new SchemaReference { Id = definition.SchemaId, ContentType = "application/vnd.adobe.xed+json;version=1" },
        new JsonObject { ["persisted"] = true, ["containerFormat"] = "parquet", ["format"] = "parquet" },
        []);
}
