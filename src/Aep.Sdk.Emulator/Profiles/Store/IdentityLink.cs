namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A link between two identities: rows in which both stand.</summary>
internal sealed class IdentityLink(ProfileKey from, ProfileKey to, DateTimeOffset time)
{
    private readonly List<(string DatasetId, string BatchId)> _sources = [];

    public ProfileKey From => from;

    public ProfileKey To => to;

    /// <summary>When a row with both came first.</summary>
    public DateTimeOffset First { get; private set; } = time;

    /// <summary>When a row with both came last.</summary>
    public DateTimeOffset Last { get; private set; } = time;

    public IReadOnlyList<(string DatasetId, string BatchId)> Sources => _sources;

    public void Add(string datasetId, string batchId, DateTimeOffset at)
    {
        First = at < First ? at : First;
        Last = at > Last ? at : Last;
        // Rows of one batch come one after the other.
        if (_sources.Count == 0 || _sources[^1] != (datasetId, batchId))
            _sources.Add((datasetId, batchId));
    }
}
