using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// The persons of a sandbox as far as batches have been read. A new batch is added to what is there;
/// only when something went away (a dataset, a batch, a person) is it all read again.
/// </summary>
internal sealed class ProfileView
{
    private static readonly string[] SourceTime = ["extSourceSystemAudit", "lastUpdatedDate"];
    private readonly HashSet<(string Dataset, long Snapshot)> _read = [];
    private readonly IReadOnlyDictionary<ProfileKey, DateTimeOffset> _deleted;
    private long _sequence;

    public ProfileView(IReadOnlyDictionary<ProfileKey, DateTimeOffset> deleted) => _deleted = deleted;

    public IdentityGraph Graph { get; } = new();

    /// <summary>Whether all that was read is still there.</summary>
    public bool IsPartOf(IReadOnlyList<ProfileSource> sources)
    {
        HashSet<(string, long)> present =
            [.. sources.SelectMany(source => source.Snapshots.Select(snapshot => (source.Dataset.Id, snapshot.Id)))];
        return _read.IsSubsetOf(present);
    }

    /// <summary>Reads the batches that are new, in the order in which they came.</summary>
    public void Read(IReadOnlyList<ProfileSource> sources)
    {
        IEnumerable<(ProfileSource Source, LakeSnapshot Snapshot)> fresh = sources
            .SelectMany(source => source.Snapshots.Select(snapshot => (source, snapshot)))
            .Where(item => !_read.Contains((item.source.Dataset.Id, item.snapshot.Id)))
            .OrderBy(item => item.snapshot.CommittedAt)
            .ThenBy(item => item.snapshot.Id);
        foreach ((ProfileSource source, LakeSnapshot snapshot) in fresh)
        {
            if (source.Schema.IsTimeSeries)
                ReadEvents(source, snapshot);
            else
                ReadRecords(source, snapshot);
            _read.Add((source.Dataset.Id, snapshot.Id));
        }
    }

    /// <summary>The profile of a person by the default merge policy.</summary>
    public static Profile Merged(PersonNode person) => person.Merged ??= Merge(person.Key, person.Identities, person.Fragments, null);

    public static Profile Merge(
        ProfileKey key, IReadOnlyList<ProfileKey> identities, IReadOnlyList<ProfileFragment> fragments,
        IReadOnlyList<string>? precedence) =>
        new(key, [.. identities], FragmentMerge.Merge(fragments, precedence))
        {
            DatasetIds = fragments.Count == 1 ? [fragments[0].DatasetId] : [.. fragments.Select(fragment => fragment.DatasetId).Distinct()],
            LastModified = fragments.Count == 0 ? null : fragments.Max(fragment => fragment.Time),
        };

    private void ReadRecords(ProfileSource source, LakeSnapshot snapshot)
    {
        foreach (Dictionary<string, object?> row in XdmRows.Read(snapshot.Files, source.Schema))
        {
            if (Person(source, snapshot, row) is not { } found)
                continue;
            DateTimeOffset time = XdmDocuments.At(row, SourceTime) as DateTimeOffset? ?? snapshot.CommittedAt;
            var fragment = new ProfileFragment(found.Primary, source.Dataset.Id, snapshot.BatchId, time, _sequence++, row);
            found.Person.Add(fragment);
        }
    }

    private void ReadEvents(ProfileSource source, LakeSnapshot snapshot)
    {
        var seen = new HashSet<string>();
        foreach (Dictionary<string, object?> row in XdmRows.Read(snapshot.FilesOfProfile, source.Schema, source.Identities.Columns))
        {
            List<ProfileKey> keys = source.Identities.Of(row);
            if (keys.Count > 0 && seen.Add(string.Join('\n', keys)) && Person(source, snapshot, row) is { } found)
                found.Person.Merged = null;
        }
    }

    private (PersonNode Person, ProfileKey Primary)? Person(
        ProfileSource source, LakeSnapshot snapshot, IReadOnlyDictionary<string, object?> row)
    {
        List<ProfileKey> keys = source.Identities.Of(row);
        if (_deleted.Count > 0)
            keys.RemoveAll(key => _deleted.TryGetValue(key, out DateTimeOffset time) && snapshot.CommittedAt <= time);
        return keys.Count == 0
            ? null
            : (Graph.Link(keys, source.Dataset.Id, snapshot.BatchId, snapshot.CommittedAt), keys[0]);
    }
}
