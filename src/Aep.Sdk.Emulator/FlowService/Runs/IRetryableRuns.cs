using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>A kind of run that can be done again.</summary>
internal interface IRetryableRuns
{
    /// <returns>The id of the new run; null when the input belongs to another kind of run.</returns>
    string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input);
}
