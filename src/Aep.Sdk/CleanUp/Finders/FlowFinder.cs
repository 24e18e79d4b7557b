using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.CleanUp;

/// <summary>
/// Dataflows that are named, or that use a dataset or an audience that goes; and what only they use. Connections that are named go too,
/// where no
/// dataflow uses them: an earlier clean-up may have left them.
/// </summary>
internal sealed class FlowFinder(FlowsClient flows, MappingsClient mappings)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        FlowWorld world = await FlowWorld.ReadAsync(flows, cancellationToken).ConfigureAwait(false);
        string[] gone = [.. found.IdsOf(CleanUpStage.Datasets), .. found.IdsOf(CleanUpStage.Audiences)];
        HashSet<string> touching = [.. world.Mentioning(gone)];
        ILookup<bool, Flow> goes = world.Flows.ToLookup(flow =>
            selection.Includes(flow.Name) || FlowWorld.ConnectionsOf(flow).Any(touching.Contains) || ActivatesOnly(flow, gone));
        foreach ((Flow flow, string audience) in
            goes[false].SelectMany(flow => FlowWorld.AudiencesOf(flow).Intersect(gone).Select(audience => (flow, audience))))
            found.KeepInstead(audience, $"the dataflow {flow.Name} activates it together with others");

        HashSet<string> unused = Unused(world, goes, touching, selection);
        Connection[] accounts = [.. world.Connections.Where(account => IsLeft(account, world, unused, selection))];
        HashSet<string> sets = [.. goes[true].SelectMany(FlowWorld.MappingSetsOf), .. world.LeftMappingSets(unused)];
        sets.ExceptWith(goes[false].SelectMany(FlowWorld.MappingSetsOf));
        FlowTrail trail = Trail(world, [.. goes[true]], unused, accounts, selection, found);
        AddFlows(world, [.. goes[true]], unused, gone, sets, trail, found);
        foreach (string id in sets)
            found.Add(CleanUpStage.MappingSets, "mapping set", id, null, token => mappings.DeleteAsync(id, token), trail.HoldersOf(id));
        AddConnections(world, unused, gone, trail, found);
        foreach (Connection account in accounts)
        {
            found.Add(
                CleanUpStage.BaseConnections, "connection", account.Id, account.Name,
                token => flows.Connections.DeleteAsync(account.Id, token));
        }
    }

    private static HashSet<string> Unused(FlowWorld world, ILookup<bool, Flow> goes, HashSet<string> touching, CleanUpSelection selection)
    {
        IEnumerable<string> named = world.Ends.Where(end => selection.Includes(end.Name)).Select(end => end.Id);
        HashSet<string> unused = [.. goes[true].SelectMany(FlowWorld.ConnectionsOf), .. touching, .. named];
        unused.ExceptWith(goes[false].SelectMany(FlowWorld.ConnectionsOf));
        return unused;
    }

    // Of base connections only those that had a user or are named, and have no user left: another that nobody uses may be somebody's
    // account.
    private static bool IsLeft(Connection account, FlowWorld world, HashSet<string> unused, CleanUpSelection selection)
    {
        string[] users = [.. world.UsersOf(account.Id)];
        return users.All(unused.Contains) && (users.Length > 0 || selection.Includes(account.Name));
    }

    private FlowTrail Trail(
        FlowWorld world, Flow[] going, HashSet<string> unused, Connection[] accounts, CleanUpSelection selection, CleanUpFindings found)
    {
        // Any name of the selection does.
        string? name = going.Select(flow => flow.Name)
            .Concat(found.Items.Select(item => item.Name)).Concat(world.Ends.Select(end => end.Name)).FirstOrDefault(selection.Includes);
        var trail = new FlowTrail(flows, name);
        foreach (IFlowResource part in world.Ends.Where(end => unused.Contains(end.Id)).Concat(accounts))
            trail.Plan(part, selection.Includes(part.Name));
        foreach (Flow flow in going)
        {
            if (world.EndsOf(flow).FirstOrDefault(end => unused.Contains(end.Id)) is { } holder)
                trail.Hold(FlowWorld.MappingSetsOf(flow), holder.Id);
        }

        return trail;
    }

    private void AddFlows(
        FlowWorld world, Flow[] going, HashSet<string> unused, string[] gone, IReadOnlySet<string> sets, FlowTrail trail,
        CleanUpFindings found)
    {
        foreach (Flow flow in going)
        {
            string[] ends = [.. FlowWorld.ConnectionsOf(flow).Where(unused.Contains)], parts = [.. ends, .. world.AccountsOf(ends)];
            // Where all its connections stay, nothing but the dataflow itself can tell of its mapping sets: they go before it.
            string[] own = [.. FlowWorld.MappingSetsOf(flow).Intersect(sets)], first = ends.Length == 0 ? own : [];
            found.Add(
                CleanUpStage.Dataflows, "dataflow", flow.Id, flow.Name,
                async token =>
                {
                    await trail.LeaveAsync(parts, token).ConfigureAwait(false);
                    foreach (string id in first) await DeleteSetAsync(id, token).ConfigureAwait(false);
                    await flows.DeleteAsync(flow.Id, token).ConfigureAwait(false);
                },
                [
                    .. parts, .. own.Except(first), .. FlowWorld.AudiencesOf(flow).Intersect(gone),
                    .. world.MentionedBy(ends, gone),
                ]);
        }
    }

    private async Task DeleteSetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await mappings.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AepNotFoundException)
        {
            // An earlier clean-up came as far as this.
        }
    }

    private void AddConnections(FlowWorld world, HashSet<string> unused, string[] gone, FlowTrail trail, CleanUpFindings found)
    {
        void Add<TResource, TDefinition>(string kind, TResource end, FlowResourcesClient<TResource, TDefinition> client)
            where TResource : class, IFlowResource
            where TDefinition : class, IFlowResourceDefinition => found.Add(
            CleanUpStage.Connections, kind, end.Id, end.Name,
            async token =>
            {
                // Its account may be found by it alone.
                await trail.LeaveAsync(world.AccountsOf([end.Id]), token).ConfigureAwait(false);
                await client.DeleteAsync(end.Id, token).ConfigureAwait(false);
            },
            [.. world.MentionedBy([end.Id], gone), .. world.AccountsOf([end.Id])]);

        foreach (SourceConnection source in world.Sources.Where(source => unused.Contains(source.Id)))
            Add("source connection", source, flows.SourceConnections);
        foreach (TargetConnection target in world.Targets.Where(target => unused.Contains(target.Id)))
            Add("target connection", target, flows.TargetConnections);
    }

    private static bool ActivatesOnly(Flow flow, string[] gone) =>
        FlowWorld.AudiencesOf(flow).ToList() is { Count: > 0 } audiences && !audiences.Except(gone).Any();
}
