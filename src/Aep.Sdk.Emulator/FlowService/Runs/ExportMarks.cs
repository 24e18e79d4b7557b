using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Up to which commit a flow has exported a dataset. Kept over restarts.</summary>
internal static class ExportMarks
{
    private const string Kind = "exportMarks";

    /// <summary>The commits since the last incremental export; all of them before the first.</summary>
    public static IReadOnlyList<LakeSnapshot> NewSnapshots(Sandbox sandbox, string flowId, string datasetId)
    {
        long done = (long?)sandbox.Documents[Kind].Find(Key(flowId, datasetId))?["snapshot"] ?? long.MinValue;
        return [.. sandbox.Lake.Snapshots(datasetId).Where(snapshot => snapshot.Id > done)];
    }

    public static void Set(Sandbox sandbox, string flowId, string datasetId, IReadOnlyList<LakeSnapshot> exported)
    {
        if (exported.Count > 0)
            sandbox.Documents[Kind].Save(Key(flowId, datasetId), new JsonObject { ["snapshot"] = exported[^1].Id });
    }

    private static string Key(string flowId, string datasetId) => $"{flowId} {datasetId}";
}
