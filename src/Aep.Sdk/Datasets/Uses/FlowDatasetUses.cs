using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Datasets;

/// <summary>
/// Dataflows that read or write a dataset, and connections that would. It asks the client for the flows only when it looks, so that a
/// program that never asks for uses is not made to carry them.
/// </summary>
internal sealed class FlowDatasetUses(AepClient aep) : IDatasetUses
{
    public string Name => "dataflows";

    public async Task<IReadOnlyList<DatasetUse>> FindAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        List<(string Id, string? Name)> connections =
            await aep.Flows.SourceConnections.ListAsync().Select(item => (item.Id, item.Name, item.Params))
            .Concat(aep.Flows.TargetConnections.ListAsync().Select(item => (item.Id, item.Name, item.Params)))
            .Where(item => Mentions(item.Params, dataset.Id)).Select(item => (item.Id, item.Name)).ToListAsync(cancellationToken)
                .ConfigureAwait(false);
        if (connections.Count == 0)
            return [];
        HashSet<string> ids = [.. connections.Select(connection => connection.Id)];
        List<Flow> users =
            await aep.Flows.ListAsync().Where(flow => flow.SourceConnectionIds.Concat(flow.TargetConnectionIds).Any(ids.Contains))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        ids.ExceptWith(users.SelectMany(flow => flow.SourceConnectionIds.Concat(flow.TargetConnectionIds)));
        return
        [
            .. users.Select(flow => new DatasetUse(DatasetUseKind.Dataflow, flow.Id, flow.Name)),
            .. connections.Where(connection => ids.Contains(connection.Id))
                .Select(connection => new DatasetUse(DatasetUseKind.Connection, connection.Id, connection.Name)),
        ];
    }

    // Each kind of connection keeps the dataset elsewhere: dataSetId, datasetId, datasets[].dataSetId.
    private static bool Mentions(JsonNode? node, string id) => node switch
    {
        JsonObject members => members.Any(member => Mentions(member.Value, id)),
        JsonArray items => items.Any(item => Mentions(item, id)),
        JsonValue value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == id,
        _ => false,
    };
}
