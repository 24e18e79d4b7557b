namespace Aep.Sdk.Flows;

/// <summary>Which connections the other dataflows and connections of the sandbox use.</summary>
internal sealed class FlowUses(IReadOnlyList<Flow> others, IReadOnlyList<(string Id, string? Name, string? Base)> users)
{
    public static async Task<FlowUses> ReadAsync(FlowsClient flows, string exceptFlowId, CancellationToken cancellationToken)
    {
        List<Flow> others =
            await flows.ListAsync().Where(flow => flow.Id != exceptFlowId).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<(string, string?, string?)> users =
            await flows.SourceConnections.ListAsync().Select(item => (item.Id, item.Name, item.BaseConnectionId))
            .Concat(flows.TargetConnections.ListAsync().Select(item => (item.Id, item.Name, item.BaseConnectionId)))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new FlowUses(others, users);
    }

    public FlowDeletion Plan(FlowGraph graph)
    {
        FlowPart[] parts =
        [
            new(FlowPartKind.Flow, graph.Flow.Id, graph.Flow.Name),
            .. graph.SourceConnections.Select(item => Part(FlowPartKind.SourceConnection, item, flow => flow.SourceConnectionIds)),
            .. graph.TargetConnections.Select(item => Part(FlowPartKind.TargetConnection, item, flow => flow.TargetConnectionIds)),
        ];
        HashSet<string> goes = [.. parts.Where(part => part.UsedBy.Count == 0).Select(part => part.Id)];
        FlowPart[] all = [.. parts, .. graph.Connections.Select(item => BasePart(item, goes))];
        return new FlowDeletion([.. all.Where(part => part.UsedBy.Count == 0)], [.. all.Where(part => part.UsedBy.Count > 0)]);
    }

    private FlowPart Part(FlowPartKind kind, IFlowResource item, Func<Flow, IReadOnlyList<string>> connectionsOf) =>
        new(kind, item.Id, item.Name)
        {
            UsedBy = [.. others.Where(flow => connectionsOf(flow).Contains(item.Id)).Select(flow => $"dataflow {flow.Id} ({flow.Name})")],
        };

    private FlowPart BasePart(Connection connection, HashSet<string> goes) => new(FlowPartKind.Connection, connection.Id, connection.Name)
    {
        UsedBy = [.. users.Where(user => user.Base == connection.Id && !goes.Contains(user.Id)).Select(
            user => $"connection {user.Id} ({user.Name})")],
    };
}
