using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The base and target connection of a folder.</summary>
internal sealed record FolderTarget(ExportDestination Destination, string Name, JsonObject Format)
{
    public async Task<string> GetOrCreateAsync(FlowsClient flows, CancellationToken cancellationToken)
    {
        string baseConnection =
            await flows.Connections.GetOrCreateAsync(Destination.BaseConnection(), cancellationToken).ConfigureAwait(false);
        JsonObject target = Destination.TargetParams();
        foreach ((string name, JsonNode? value) in Format) target[name] = value?.DeepClone();
        var definition = new TargetConnectionDefinition(Name,
            new SpecReference(Destination.ConnectionSpecId))
        { BaseConnectionId = baseConnection, Params = target };
        return await flows.TargetConnections.GetOrCreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }
}
