using System.Text.Json;
using Aep.Sdk.Flows;

namespace Aep.Sdk.CleanUp;

/// <summary>
/// What only a dataflow leads to is found by the dataflow, and goes after it. So that a clean-up which breaks off in between can be run
/// again, its
/// connections get a name of the selection first, and one of them the ids of the mapping sets, which have no room for such.
/// </summary>
/// <param name="flows">Where the connections are.</param>
/// <param name="name">A name that the selection includes; null where nothing is to be marked.</param>
internal sealed class FlowTrail(FlowsClient flows, string? name)
{
    private const string Left = "Left by a clean-up, with the mapping sets ";
    private readonly Dictionary<string, FlowMark> _marks = new(StringComparer.Ordinal);

    /// <summary>A connection goes.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isNamed">Whether it has a name of the selection already.</param>
    public void Plan(IFlowResource connection, bool isNamed) => _marks.Add(connection.Id, new FlowMark(connection, isNamed ? null : name));

    /// <summary>Mapping sets are to be found by a connection.</summary>
    public void Hold(IEnumerable<string> mappingSets, string connectionId) => _marks[connectionId].MappingSets.UnionWith(mappingSets);

    /// <summary>The connections that a mapping set is found by.</summary>
    public IEnumerable<string> HoldersOf(string mappingSet) =>
        _marks.Where(mark => mark.Value.MappingSets.Contains(mappingSet)).Select(mark => mark.Key);

    /// <summary>Marks connections before that goes by which they are found, unless they are marked already.</summary>
    public async Task LeaveAsync(IEnumerable<string> connections, CancellationToken cancellationToken)
    {
        foreach (string id in connections)
        {
            if (!_marks.TryGetValue(id, out FlowMark? mark) || mark.IsLeft) continue;
            JsonPatchOperation[] changes = [.. mark.Changes(Left)];
            if (changes.Length > 0) await UpdateAsync(mark.Connection, changes, cancellationToken).ConfigureAwait(false);
            mark.IsLeft = true;
        }
    }

    /// <summary>The mapping sets that an earlier clean-up has left.</summary>
    /// <param name="members">The members of a connection that have no property.</param>
    public static IEnumerable<string> MappingSetsIn(IReadOnlyDictionary<string, JsonElement> members) =>
        members.TryGetValue("description", out JsonElement text) && text.ToString() is var description
            && description.StartsWith(Left, StringComparison.Ordinal)
            ? description[Left.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];

    private async Task UpdateAsync(IFlowResource connection, JsonPatchOperation[] changes, CancellationToken cancellationToken)
    {
        try
        {
            await (connection switch
            {
                SourceConnection => UpdateAsync(flows.SourceConnections, connection.Id, changes, cancellationToken),
                TargetConnection => UpdateAsync(flows.TargetConnections, connection.Id, changes, cancellationToken),
                _ => UpdateAsync(flows.Connections, connection.Id, changes, cancellationToken),
            }).ConfigureAwait(false);
        }
        catch (AepNotFoundException)
        {
            // Gone since the plan was made: nothing to find. The dataflow still is to be deleted.
        }
    }

    // Read anew: the plan may be old, and a change names the version.
    private static async Task UpdateAsync<TResource, TDefinition>(
        FlowResourcesClient<TResource, TDefinition> client, string id, JsonPatchOperation[] changes, CancellationToken cancellationToken)
        where TResource : class, IFlowResource
        where TDefinition : class, IFlowResourceDefinition =>
        await client.UpdateAsync(
            await client.GetAsync(id, cancellationToken).ConfigureAwait(false), changes, cancellationToken).ConfigureAwait(false);
}
