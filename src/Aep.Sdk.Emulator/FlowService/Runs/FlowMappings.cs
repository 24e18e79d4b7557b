using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The mappings of a flow: those of the mapping set that its transformation names.</summary>
internal static class FlowMappings
{
    /// <exception cref="InvalidOperationException">It names none, or one that is gone.</exception>
    public static IReadOnlyList<Mapping> Of(Sandbox sandbox, JsonObject flow)
    {
        string? id = flow["transformations"]?.AsArray()
            .FirstOrDefault(item => (string?)item?["name"] == "Mapping")?["params"]?["mappingId"]?.ToString();
        JsonObject set = (id is null ? null : sandbox.Documents[DataPrepRoom.Kind].Find(id))
            ?? throw new InvalidOperationException("The flow has no mapping set.");
        return Mapping.Of(set);
    }
}
