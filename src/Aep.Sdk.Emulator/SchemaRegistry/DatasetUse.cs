using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Which datasets there are of a schema, and whether they hold it to what it is.</summary>
internal static class DatasetUse
{
    /// <summary>Where the catalog keeps its datasets.</summary>
    public const string Collection = "dataSets";

    /// <summary>The id of a dataset of this schema, or null.</summary>
    public static string? Of(Sandbox sandbox, string schemaId) =>
        All(sandbox, schemaId).Select(dataset => (string?)dataset["id"]).FirstOrDefault();

    /// <summary>Whether the schema may only grow: a dataset of it has data, or feeds Profile.</summary>
    public static bool Binds(Sandbox sandbox, string schemaId) => All(sandbox, schemaId).Any(dataset =>
        DatasetTags.IsProfileEnabled(dataset) || sandbox.Lake.Snapshots((string)dataset["id"]!).Any(snapshot => snapshot.Rows > 0));

    private static IEnumerable<JsonObject> All(Sandbox sandbox, string schemaId) => sandbox.Documents[Collection].All()
        .Where(dataset => (string?)(dataset["schemaRef"] as JsonObject)?["id"] == schemaId);
}
