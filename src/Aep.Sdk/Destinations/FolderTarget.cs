using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The base and target connection of a folder.</summary>
/// <param name="Destination">The folder.</param>
/// <param name="Name">The name of the target connection, by which it is found again.</param>
/// <param name="Format">The parameters of the target connection that say how files are written.</param>
internal sealed record FolderTarget(ExportDestination Destination, string Name, JsonObject Format)
{
    /// <summary>All parameters that say how files are written: one that is not wanted must not stay from an earlier time.</summary>
    private static readonly string[] FormatMembers = ["compression", "fileType", "datasetFileType", "csvOptions", "includeFileManifest"];

    public async Task<string> GetOrCreateAsync(FlowsClient flows, CancellationToken cancellationToken)
    {
        string baseConnection =
            await flows.Connections.GetOrCreateAsync(Destination.BaseConnection(), cancellationToken).ConfigureAwait(false);
        JsonObject target = Destination.TargetParams();
        AddFormatTo(target);
        var definition = new TargetConnectionDefinition(Name,
            new SpecReference(Destination.ConnectionSpecId))
        { BaseConnectionId = baseConnection, Params = target };
        return await flows.TargetConnections.GetOrCreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives the target connection of a dataflow this format, if it has another. A second dataflow would write the same data twice.
    /// </summary>
    /// <exception cref="AepConflictException">It was changed by somebody else at the same time.</exception>
    public async Task ReformatAsync(FlowsClient flows, Flow flow, CancellationToken cancellationToken)
    {
        string id = flow.TargetConnectionIds.FirstOrDefault()
            ?? throw new AepException($"The dataflow {flow.Id} ({flow.Name}) has no target connection.");
        TargetConnection target = await flows.TargetConnections.GetAsync(id, cancellationToken).ConfigureAwait(false);
        JsonObject present = target.Params ?? [];
        var wanted = (JsonObject)present.DeepClone();
        foreach (string member in FormatMembers) wanted.Remove(member);
        AddFormatTo(wanted);
        if (JsonNode.DeepEquals(present, wanted)) return;
        await flows.TargetConnections.UpdateAsync(target, [JsonPatchOperation.Replace("/params", wanted)], cancellationToken)
            .ConfigureAwait(false);
    }

    private void AddFormatTo(JsonObject parameters)
    {
        foreach ((string name, JsonNode? value) in Format) parameters[name] = value?.DeepClone();
    }
}
