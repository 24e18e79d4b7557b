using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Whether datasets hold data of a schema: from then on the schema may only grow.</summary>
internal static class DatasetUse
{
    /// <summary>Where the catalog keeps its datasets.</summary>
    public const string Collection = "dataSets";

    /// <summary>The id of a dataset of this schema, or null.</summary>
    public static string? Of(Sandbox sandbox, string schemaId) => sandbox.Documents[Collection].All()
        .Where(dataset => (string?)(dataset["schemaRef"] as JsonObject)?["id"] == schemaId)
        .Select(dataset => (string?)dataset["id"])
        .FirstOrDefault();
}
