using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>A kind of run that has left nothing when the platform stopped in its middle, and can be done again under the same id.</summary>
internal interface IResumableRuns
{
    /// <returns>False when the input belongs to another kind of run, or what it works on is not there any more.</returns>
    bool TryResume(Sandbox sandbox, JsonObject run, JsonObject input);
}
