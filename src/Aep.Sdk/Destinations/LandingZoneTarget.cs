using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The base and target connection of a folder on the Data Landing Zone.</summary>
internal sealed record LandingZoneTarget(string Name, JsonObject Params)
{
    private const string BaseConnectionName = "Data Landing Zone";

    public async Task<string> GetOrCreateAsync(FlowsClient flows, CancellationToken cancellationToken)
    {
        var spec = new SpecReference(ConnectionSpecIds.DataLandingZoneDestination);
        string baseConnection = await flows.Connections.GetOrCreateAsync(new ConnectionDefinition(BaseConnectionName, spec), cancellationToken).ConfigureAwait(false);
        var target = new TargetConnectionDefinition(Name, spec) { BaseConnectionId = baseConnection, Params = Params };
        return await flows.TargetConnections.GetOrCreateAsync(target, cancellationToken).ConfigureAwait(false);
    }
}
