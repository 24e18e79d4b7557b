using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>
/// The rows of an audience's file: of all members, or of those who came since the last export, and with the status column of those who
/// left since. Members without a mandatory attribute are left out; of members with the same deduplication key one is kept. A key of
/// identities makes a row of each identity of a member.
/// </summary>
internal sealed class AudienceRows
{
    private readonly IReadOnlyList<AudienceColumn> _columns;
    private readonly HashSet<string>? _before;
    private readonly bool _withLeavers;
    private readonly string[] _mandatory;
    private readonly DeduplicationKeys _keys;
    private readonly HashSet<string> _seen = [];

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

    public async IAsyncEnumerable<JsonNode?[]> ReadAsync(
        IAsyncEnumerable<AudienceMember> members, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (AudienceMember member in members.WithCancellation(cancellationToken))
        {
            string key = ExportedMembers.LineOf(member.Key);
            if (member.IsMember)
                Members.Add(key);
            bool wasMember = _before?.Contains(key) == true;
            if (!(member.IsMember ? !wasMember : wasMember && _withLeavers) || !IsComplete(member.Profile))
                continue;
            foreach (AudienceMember row in ByIdentity(member).Where(row => IsFirst(row.Profile)))
                yield return [.. _columns.Select(column => column.Read(row))];
        }
    }

    private bool IsComplete(JsonObject profile) => _mandatory.All(path => AudienceColumn.At(profile, path) is not null);

    // The column of the identity namespace holds the one identity of the row.
    private IEnumerable<AudienceMember> ByIdentity(AudienceMember member)
    {
        if (_keys.IdentityNamespace is not { } asked)
            return [member];
        if (AudienceColumn.NamespaceIn(member.Profile, asked) is not { } space)
            return [];
        JsonArray identities = member.Profile[AudienceColumn.Identities]![space] as JsonArray ?? [];
        return identities.Select(identity => identity?["id"]?.ToString()).OfType<string>().Select(id =>
        {
            var profile = (JsonObject)member.Profile.DeepClone();
            profile[AudienceColumn.Identities]![space] = id;
            return member with { Profile = profile };
        });
    }

    private bool IsFirst(JsonObject profile) => _keys switch
    {
        { IdentityNamespace: { } space } => _seen.Add(AudienceColumn.At(profile, $"{AudienceColumn.Identities}.{space}")!.ToString()),
        { Attributes.Count: 0 } => true,
        _ => _seen.Add(string.Join('\u001f', _keys.Attributes.Select(path => AudienceColumn.At(profile, path)?.ToJsonString()))),
    };
}
