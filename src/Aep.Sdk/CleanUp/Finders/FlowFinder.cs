using System.Text.Json.Nodes;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.CleanUp;

/// <summary>Dataflows that are named, or that use a dataset or an audience that goes; and what only they use.</summary>
internal sealed class FlowFinder(FlowsClient flows, MappingsClient mappings)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        List<SourceConnection> sources = await flows.SourceConnections.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
        List<TargetConnection> targets = await flows.TargetConnections.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
        string[] gone = [.. found.IdsOf(CleanUpStage.Datasets), .. found.IdsOf(CleanUpStage.Audiences)];
        HashSet<string> touching =
        [
            .. sources.Where(source => Mentions(source.Params, gone)).Select(source => source.Id),
            .. targets.Where(target => Mentions(target.Params, gone)).Select(target => target.Id),
        ];

        List<Flow> all = await flows.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
        ILookup<bool, Flow> goes = all.ToLookup(flow => selection.Includes(flow.Name) || ConnectionsOf(flow).Any(touching.Contains) || ActivatesOnly(flow, gone));
        foreach (Flow flow in goes[true])
            found.Add(CleanUpStage.Dataflows, "dataflow", flow.Id, flow.Name, token => flows.DeleteAsync(flow.Id, token));
        foreach ((Flow flow, string audience) in goes[false].SelectMany(flow => AudiencesOf(flow).Intersect(gone).Select(audience => (flow, audience))))
            found.KeepInstead(audience, $"the dataflow {flow.Name} activates it together with others");
        foreach (string id in goes[true].SelectMany(MappingSetsOf).Except(goes[false].SelectMany(MappingSetsOf)))
            found.Add(CleanUpStage.MappingSets, "mapping set", id, null, token => mappings.DeleteAsync(id, token));

        HashSet<string> unused = [.. goes[true].SelectMany(ConnectionsOf), .. touching];
        unused.ExceptWith(goes[false].SelectMany(ConnectionsOf));
        AddConnections(sources, targets, unused, found);
        await AddBasesAsync(sources, targets, unused, found, cancellationToken).ConfigureAwait(false);
    }

    private void AddConnections(List<SourceConnection> sources, List<TargetConnection> targets, HashSet<string> unused, CleanUpFindings found)
    {
        foreach (SourceConnection source in sources.Where(source => unused.Contains(source.Id)))
            found.Add(CleanUpStage.Connections, "source connection", source.Id, source.Name, token => flows.SourceConnections.DeleteAsync(source.Id, token));
        foreach (TargetConnection target in targets.Where(target => unused.Contains(target.Id)))
            found.Add(CleanUpStage.Connections, "target connection", target.Id, target.Name, token => flows.TargetConnections.DeleteAsync(target.Id, token));
    }

    // Only those that had a user, and have none left: one that nobody uses yet may be somebody's account.
    private async Task AddBasesAsync(
        List<SourceConnection> sources, List<TargetConnection> targets, HashSet<string> unused, CleanUpFindings found, CancellationToken cancellationToken)
    {
        ILookup<string?, string> users = sources.Select(source => (source.BaseConnectionId, source.Id))
            .Concat(targets.Select(target => (target.BaseConnectionId, target.Id))).ToLookup(use => use.BaseConnectionId, use => use.Id);
        await foreach (Connection connection in flows.Connections.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (users[connection.Id].Any() && users[connection.Id].All(unused.Contains))
                found.Add(CleanUpStage.BaseConnections, "connection", connection.Id, connection.Name, token => flows.Connections.DeleteAsync(connection.Id, token));
        }
    }

    private static IEnumerable<string> ConnectionsOf(Flow flow) => flow.SourceConnectionIds.Concat(flow.TargetConnectionIds);

    private static bool ActivatesOnly(Flow flow, string[] gone) => AudiencesOf(flow).ToList() is { Count: > 0 } audiences && !audiences.Except(gone).Any();

    private static IEnumerable<string> AudiencesOf(Flow flow) => flow.Transformations
        .SelectMany(step => step.Params?["segmentSelectors"]?["selectors"] as JsonArray ?? [])
        .Select(selector => (string?)selector?["value"]?["id"]).OfType<string>();

    private static IEnumerable<string> MappingSetsOf(Flow flow) => flow.Transformations
        .SelectMany(step => new[] { step.Params?["mappingId"], step.Params?["profileMapping"]?["mappingId"] })
        .Select(id => (string?)id).OfType<string>();

    // Ids are long and random: wherever one stands in the parameters, it is meant.
    private static bool Mentions(JsonObject? parameters, string[] ids)
    {
        string? text = ids.Length == 0 ? null : parameters?.ToJsonString();
        return text is not null && ids.Any(id => text.Contains(id, StringComparison.Ordinal));
    }
}
