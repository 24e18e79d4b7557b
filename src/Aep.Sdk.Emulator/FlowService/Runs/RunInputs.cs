using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>What each run works on: for retries, and to go on or clean up after a stop in the middle.</summary>
internal static class RunInputs
{
    private const string Kind = "runInputs";

    public static JsonObject? Find(Sandbox sandbox, string runId) => sandbox.Documents[Kind].Find(runId);

    public static void Save(Sandbox sandbox, string runId, JsonObject input) => sandbox.Documents[Kind].Save(runId, input);

    public static void Change(Sandbox sandbox, string runId, Action<JsonObject> change) =>
        sandbox.Documents[Kind].TryUpdate(runId, change, out _);
}
