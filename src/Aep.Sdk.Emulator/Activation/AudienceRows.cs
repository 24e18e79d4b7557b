using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>
/// The rows of an audience's file: of all members, or of those who came since the last export, and with the status column of those who
/// left since. Members without a mandatory attribute are left out; of members with the same deduplication key one is kept
/// (<see cref="LatestMembers"/>). A key of identities makes a row of each identity of a member.
/// </summary>
internal sealed class AudienceRows
{
    private readonly IReadOnlyList<AudienceColumn> _columns;
    private readonly HashSet<string>? _before;
    private readonly bool _withLeavers;
    private readonly string[] _mandatory;
    private readonly DeduplicationKeys _keys;

    public AudienceRows(JsonObject flow, IReadOnlyList<AudienceColumn> columns, HashSet<string>? before)
    {
        (_columns, _before) = (columns, before);
        _withLeavers = before is not null && columns.Any(column => column.IsStatus);
        JsonNode? parameters = AudienceSelector.Parameters(flow);
        _mandatory = [.. DeduplicationKeys.Fields(parameters, "mandatoryFields").Select(field => field!.ToString())];
        _keys = DeduplicationKeys.Of(parameters);
    }

    /// <summary>The keys of those who are in the audience now.</summary>
    public HashSet<string> Members { get; } = [];

    /// <param name="members">The members, the same each time they are read: with deduplication they are read twice.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<JsonNode?[]> ReadAsync(
        IAsyncEnumerable<AudienceMember> members, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LatestMembers? latest = _keys.Any ? await LatestMembers.OfAsync(members.Where(IsExported), _keys, cancellationToken) : null;
        await foreach (AudienceMember member in members.WithCancellation(cancellationToken))
        {
            if (member.IsMember)
                Members.Add(ExportedMembers.LineOf(member.Key));
            if (!IsExported(member))
                continue;
            foreach (AudienceMember row in latest?.RowsOf(member) ?? [member])
                yield return [.. _columns.Select(column => column.Read(row))];
        }
    }

    private bool IsExported(AudienceMember member)
    {
        bool wasMember = _before?.Contains(ExportedMembers.LineOf(member.Key)) == true;
        return (member.IsMember ? !wasMember : wasMember && _withLeavers)
            && _mandatory.All(path => AudienceColumn.At(member.Profile, path) is not null);
    }
}
