namespace Aep.Sdk.Flows;

/// <summary>Dataflows with everything they hang on.</summary>
public class FlowGraphsClient
{
    private readonly FlowsClient _flows;

    /// <summary>For substitutes in tests.</summary>
    protected FlowGraphsClient() => _flows = null!;

    internal FlowGraphsClient(FlowsClient flows) => _flows = flows;

    /// <summary>A dataflow with its connections and what they refer to.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow, or one of its connections was deleted.</exception>
    public virtual async Task<FlowGraph> GetAsync(string flowId, CancellationToken cancellationToken = default)
    {
        Flow flow = await _flows.GetAsync(flowId, cancellationToken).ConfigureAwait(false);
        SourceConnection[] sources =
            await ReadAsync(_flows.SourceConnections.GetAsync, flow.SourceConnectionIds, cancellationToken).ConfigureAwait(false);
        TargetConnection[] targets =
            await ReadAsync(_flows.TargetConnections.GetAsync, flow.TargetConnectionIds, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> bases =
            sources.Select(source => source.BaseConnectionId).Concat(targets.Select(target => target.BaseConnectionId)).OfType<string>();
        return new FlowGraph
        {
            Flow = flow,
            SourceConnections = sources,
            TargetConnections = targets,
            Connections = await ReadAsync(_flows.Connections.GetAsync, bases.Distinct(), cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>
    /// What <see cref="DeleteAsync"/> would delete and in which order: the dataflow, then its source and target connections, then the base
    /// connections, each only if nothing else uses it. Nothing is changed.
    /// </summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow, or one of its connections was deleted.</exception>
    public virtual async Task<FlowDeletion> PlanDeletionAsync(string flowId, CancellationToken cancellationToken = default)
    {
        FlowGraph graph = await GetAsync(flowId, cancellationToken).ConfigureAwait(false);
        FlowUses uses = await FlowUses.ReadAsync(_flows, flowId, cancellationToken).ConfigureAwait(false);
        return uses.Plan(graph);
    }

    /// <summary>
    /// Deletes a dataflow and what only it used, in the order of <see cref="PlanDeletionAsync"/>. When it breaks off midway, what is left
    /// hangs on nothing and harms nobody: the exception is thrown and the connections can be deleted by their ids of the plan.
    /// </summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>What was deleted and what was kept.</returns>
    /// <exception cref="AepNotFoundException">There is no such dataflow, or one of its connections was deleted.</exception>
    public virtual async Task<FlowDeletion> DeleteAsync(string flowId, CancellationToken cancellationToken = default)
    {
        FlowDeletion plan = await PlanDeletionAsync(flowId, cancellationToken).ConfigureAwait(false);
        foreach (FlowPart part in plan.Deleted) await DeletePartAsync(part, cancellationToken).ConfigureAwait(false);
        return plan;
    }

    private static async Task<T[]> ReadAsync<T>(
        Func<string, CancellationToken, Task<T>> get, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        await Task.WhenAll(ids.Select(id => get(id, cancellationToken))).ConfigureAwait(false);

    private Task DeletePartAsync(FlowPart part, CancellationToken cancellationToken) => part.Kind switch
    {
        FlowPartKind.Flow => _flows.DeleteAsync(part.Id, cancellationToken),
        FlowPartKind.SourceConnection => _flows.SourceConnections.DeleteAsync(part.Id, cancellationToken),
        FlowPartKind.TargetConnection => _flows.TargetConnections.DeleteAsync(part.Id, cancellationToken),
        _ => _flows.Connections.DeleteAsync(part.Id, cancellationToken),
    };
}
