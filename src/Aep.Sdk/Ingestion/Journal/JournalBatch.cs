using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>What a journal knows of a batch.</summary>
internal sealed class JournalBatch
{
    public int Attempt { get; private set; } = 1;

    public string? Id { get; private set; }

    public Dictionary<string, JournalLine> Files { get; } = [];

    /// <summary>The state in which it ended; null while it has not.</summary>
    public string? Ended { get; private set; }

    public long Refused { get; private set; }

    public bool HasSucceeded => Ended == BatchStatus.Success.Value;

    public void Apply(JournalLine line)
    {
        if (line.Attempt is { } attempt)
        {
            (Attempt, Id, Ended, Refused) = (attempt, line.Id, null, 0);
            Files.Clear();
        }
        if (line.File is { } file)
            Files[file] = line;
        if (line.State is { } state)
            (Ended, Refused) = (state, line.Refused ?? 0);
    }
}
