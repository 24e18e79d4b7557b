using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>How far the exports of a flow have come, by dataset or audience. Kept over restarts.</summary>
internal static class ExportMarks
{
    private const string Kind = "exportMarks";

    /// <returns>Null before the first export.</returns>
    public static JsonObject? Find(Sandbox sandbox, string flowId, string exported) => sandbox.Documents[Kind].Find(Key(flowId, exported));

    public static void Set(Sandbox sandbox, string flowId, string exported, JsonObject mark) =>
        sandbox.Documents[Kind].Save(Key(flowId, exported), mark);

    private static string Key(string flowId, string exported) => $"{flowId} {exported}";
}
