using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>
/// The rows of an audience's file: of all members, or of those who came since the last export, and with the status column of those who
/// left since. Members without a mandatory attribute are left out; of members with the same deduplication key one is kept.
/// </summary>
internal sealed class AudienceRows
{
    private readonly IReadOnlyList<AudienceColumn> _columns;
    private readonly HashSet<string>? _before;
    private readonly bool _withLeavers;
    private readonly string[] _mandatory, _keys;
    private readonly HashSet<string> _seen = [];

    public AudienceRows(JsonObject flow, IReadOnlyList<AudienceColumn> columns, HashSet<string>? before)
    {
        (_columns, _before) = (columns, before);
        _withLeavers = before is not null && columns.Any(column => column.IsStatus);
        JsonNode? selectors = AudienceSelector.Parameters(flow)?["profileSelectors"];
        _mandatory = [.. selectors?["mandatoryFields"]?.AsArray().Select(field => field!.ToString()) ?? []];
        _keys = [.. selectors?["primaryFields"]?.AsArray().Select(KeyPath) ?? []];
    }

    /// <summary>The keys of those who are in the audience now.</summary>
    public HashSet<string> Members { get; } = [];

    public async IAsyncEnumerable<JsonNode?[]> ReadAsync(IAsyncEnumerable<AudienceMember> members, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (AudienceMember member in members.WithCancellation(cancellationToken))
        {
            string key = ExportedMembers.LineOf(member.Key);
            if (member.IsMember)
                Members.Add(key);
            bool wasMember = _before?.Contains(key) == true;
            if ((member.IsMember ? !wasMember : wasMember && _withLeavers) && IsComplete(member.Profile) && IsFirst(member.Profile))
                yield return [.. _columns.Select(column => column.Read(member))];
        }
    }

    private static string KeyPath(JsonNode? field) => (string?)field?["fieldType"] == "ATTRIBUTE"
        ? (string?)field["attributePath"] ?? throw FlowErrors.Invalid("A primary field has no attributePath.")
        : throw FlowErrors.Invalid($"Deduplication by {field?["fieldType"]} is not supported by the local platform: use the attributePath of an ATTRIBUTE.");

    private bool IsComplete(JsonObject profile) => _mandatory.All(path => AudienceColumn.At(profile, path) is not null);

    private bool IsFirst(JsonObject profile) =>
        _keys.Length == 0 || _seen.Add(string.Join('\u001f', _keys.Select(path => AudienceColumn.At(profile, path)?.ToJsonString())));
}
