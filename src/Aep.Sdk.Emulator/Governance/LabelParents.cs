using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>The datasets and schemas whose labels a dataset inherits (<c>parents</c> of its labels), at any distance.</summary>
internal static class LabelParents
{
    /// <summary>The labels of a dataset as a whole: its own and those of its parents.</summary>
    public static IEnumerable<JsonObject> Sets(Sandbox sandbox, string datasetId)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>([datasetId]);
        while (open.TryDequeue(out string? id))
        {
            if (!seen.Add(id) || sandbox.Documents[DatasetLabelStore.Kind].Find(id) is not { } labels)
                continue;
            yield return labels;
            foreach (string parent in Ids(labels, "dataset"))
                open.Enqueue(parent);
        }
    }

    /// <summary>The schemas among the parents.</summary>
    public static IEnumerable<string> Schemas(Sandbox sandbox, JsonObject labels) =>
        Ids(labels, "schema").Select(id => SchemaId(sandbox, id)).OfType<string>();

    /// <summary>The <c>$id</c> of a schema by its <c>meta:altId</c>; null if there is none.</summary>
    public static string? SchemaId(Sandbox sandbox, string altId) =>
        (string?)(ResourceStore.FindCustom(sandbox, ResourceType.Schemas, altId)
            ?? ResourceStore.FindStandard(ResourceType.Schemas, altId))?["$id"];

    private static IEnumerable<string> Ids(JsonObject labels, string type) => (labels["parents"] as JsonArray ?? [])
        .Where(parent => (string?)parent?["type"] == type).Select(parent => (string?)parent!["id"]).OfType<string>();
}
