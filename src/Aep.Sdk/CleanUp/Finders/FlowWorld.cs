using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.CleanUp;

/// <summary>All dataflows and connections of a sandbox.</summary>
internal sealed record FlowWorld(
    IReadOnlyList<Flow> Flows, IReadOnlyList<SourceConnection> Sources, IReadOnlyList<TargetConnection> Targets,
    IReadOnlyList<Connection> Connections)
{
    public static async Task<FlowWorld> ReadAsync(FlowsClient flows, CancellationToken cancellationToken) => new(
        await flows.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false),
        await flows.SourceConnections.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false),
        await flows.TargetConnections.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false),
        await flows.Connections.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Source and target connections.</summary>
    public IEnumerable<IFlowResource> Ends => Sources.Concat<IFlowResource>(Targets);

    public IEnumerable<IFlowResource> EndsOf(Flow flow) => Ends.Where(end => ConnectionsOf(flow).Contains(end.Id));

    /// <summary>Mapping sets that an earlier clean-up has left, with connections that go now.</summary>
    public IEnumerable<string> LeftMappingSets(IReadOnlySet<string> connections) =>
        Sources.Where(source => connections.Contains(source.Id)).SelectMany(source => FlowTrail.MappingSetsIn(source.AdditionalProperties))
            .Concat(Targets.Where(target => connections.Contains(target.Id))
                .SelectMany(target => FlowTrail.MappingSetsIn(target.AdditionalProperties)));

    /// <summary>Source and target connections that speak of datasets or audiences.</summary>
    /// <param name="ids">Their ids; long and random: wherever one stands in the parameters, it is meant.</param>
    public IEnumerable<string> Mentioning(IReadOnlyCollection<string> ids) =>
        Sources.Where(source => Mentions(source.Params, ids)).Select(source => source.Id)
            .Concat(Targets.Where(target => Mentions(target.Params, ids)).Select(target => target.Id));

    public IEnumerable<string> UsersOf(string baseConnectionId) =>
        Sources.Where(source => source.BaseConnectionId == baseConnectionId).Select(source => source.Id)
            .Concat(Targets.Where(target => target.BaseConnectionId == baseConnectionId).Select(target => target.Id));

    /// <summary>Ids of the base connections that source and target connections use.</summary>
    public IEnumerable<string> AccountsOf(IReadOnlyCollection<string> ends) =>
        Sources.Where(source => ends.Contains(source.Id)).Select(source => source.BaseConnectionId)
        .Concat(Targets.Where(target => ends.Contains(target.Id)).Select(target => target.BaseConnectionId)).OfType<string>().Distinct();

    /// <summary>Those of datasets and audiences that source and target connections speak of.</summary>
    public IEnumerable<string> MentionedBy(IReadOnlyCollection<string> ends, IEnumerable<string> ids) =>
        ids.Where(id => Mentioning([id]).Intersect(ends).Any());

    public static IEnumerable<string> ConnectionsOf(Flow flow) => flow.SourceConnectionIds.Concat(flow.TargetConnectionIds);

    public static IEnumerable<string> AudiencesOf(Flow flow) => flow.Transformations
        .SelectMany(step => step.Params?["segmentSelectors"]?["selectors"] as JsonArray ?? [])
        .Select(selector => (string?)selector?["value"]?["id"]).OfType<string>();

    public static IEnumerable<string> MappingSetsOf(Flow flow) => flow.Transformations
        .SelectMany(step => new[] { step.Params?["mappingId"], step.Params?["profileMapping"]?["mappingId"] })
        .Select(id => (string?)id).OfType<string>();

    private static bool Mentions(JsonObject? parameters, IReadOnlyCollection<string> ids)
    {
        string? text = ids.Count == 0 ? null : parameters?.ToJsonString();
        return text is not null && ids.Any(id => text.Contains(id, StringComparison.Ordinal));
    }
}
