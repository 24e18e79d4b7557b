using System.Collections.Concurrent;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Lake;

/// <summary>
/// The data lake of a sandbox: Parquet files on disk, one folder a dataset, and a log of commits.
/// A file counts only once a commit names it, so a crash while writing leaves nothing half there.
/// </summary>
internal sealed class DataLake(string folder, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<List<LakeSnapshot>>> _logs = new();

    /// <summary>Raised after each commit with the dataset's id.</summary>
    public event Action<string, LakeSnapshot>? Committed;

    /// <summary>A path for a new Parquet file of a batch, in the dataset's folder.</summary>
    public string NewFile(string datasetId, string batchId) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(folder, datasetId)).FullName, $"{batchId}-{Guid.NewGuid():N}.parquet");

    /// <summary>Makes a batch's files part of the dataset, and takes the batches that it replaces out of it, as one step.</summary>
    /// <exception cref="InvalidOperationException">The batch was committed before.</exception>
    public LakeSnapshot Commit(
        string datasetId, string batchId, IReadOnlyList<string> files, long rows, IReadOnlyList<string>? replaces = null)
    {
        LakeSnapshot snapshot;
        List<LakeSnapshot> log = Log(datasetId);
        lock (log)
        {
            if (log.Exists(entry => entry.BatchId == batchId))
                throw new InvalidOperationException($"Batch {batchId} was committed before.");
            LakeSnapshot? last = log.LastOrDefault();
            snapshot = new LakeSnapshot(NextId(last), last?.Id ?? 0, (last?.Generation ?? -1) + 1, batchId, time.GetUtcNow(), files, rows)
            {
                Removes = replaces,
            };
            Append(datasetId, snapshot);
            Apply(log, snapshot);
        }
        Committed?.Invoke(datasetId, snapshot);
        return snapshot;
    }

    /// <summary>Takes a batch's rows out of the dataset. Its commit leaves the history, another one says that it was removed.</summary>
    public void Remove(string datasetId, string batchId)
    {
        string[] files = [.. Snapshots(datasetId).Where(entry => entry.BatchId == batchId).SelectMany(entry => entry.FilesOnDisk)];
        Commit(datasetId, "removed-" + batchId, [], 0, [batchId]);
        foreach (string file in files)
            File.Delete(file);
    }

    /// <summary>
    /// Puts other files in the place of a commit's, when rows of it have expired: the commit keeps its number, time and place in the
    /// history. The files that it names no longer stay for those who are reading them, until <see cref="DeleteReplaced"/>.
    /// </summary>
    /// <returns>False if the commit is no longer what was read; then nothing has changed.</returns>
    public bool TryRewrite(string datasetId, LakeSnapshot before, LakeSnapshot after)
    {
        List<LakeSnapshot> log = Log(datasetId);
        after = after with { Replaced = [.. before.FilesOfProfile.Except(after.FilesOfProfile)] };
        lock (log)
        {
            if (!log.Contains(before))
                return false;
            Append(datasetId, after);
            Apply(log, after);
        }
        Committed?.Invoke(datasetId, after);
        return true;
    }

    /// <summary>Deletes the files that rewritten commits have named before.</summary>
    public void DeleteReplaced(string datasetId)
    {
        foreach (string file in Snapshots(datasetId).SelectMany(snapshot => snapshot.Replaced ?? []))
            File.Delete(file);
    }

    /// <summary>The commits of a dataset, oldest first, without those of batches that were removed since.</summary>
    public IReadOnlyList<LakeSnapshot> Snapshots(string datasetId)
    {
        List<LakeSnapshot> log = Log(datasetId);
        lock (log)
            return [.. log];
    }

    /// <summary>Removes a dataset's rows.</summary>
    public void Drop(string datasetId)
    {
        _logs.TryRemove(datasetId, out _);
        string path = Path.Combine(folder, datasetId);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    // Snapshot ids are long numbers that grow; milliseconds keep them so across restarts.
    private long NextId(LakeSnapshot? last) => Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds() * 1000, (last?.Id ?? 0) + 1);

    private List<LakeSnapshot> Log(string datasetId) => _logs
        .GetOrAdd(datasetId, id => new Lazy<List<LakeSnapshot>>(() => Read(LogFile(id)))).Value;

    private string LogFile(string datasetId) => Path.Combine(folder, datasetId, "_commits.jsonl");

    private void Append(string datasetId, LakeSnapshot snapshot)
    {
        Directory.CreateDirectory(Path.Combine(folder, datasetId));
        // File names only: the data folder may move between two starts.
        LakeSnapshot stored = Map(snapshot, file => Path.GetFileName(file));
        File.AppendAllText(LogFile(datasetId), JsonSerializer.Serialize(stored, LakeJson.Default.LakeSnapshot) + "\n");
    }

    private static void Apply(List<LakeSnapshot> log, LakeSnapshot snapshot)
    {
        log.RemoveAll(entry => snapshot.Removes?.Contains(entry.BatchId) == true);
        int rewritten = log.FindIndex(entry => entry.Id == snapshot.Id);
        if (rewritten < 0)
            log.Add(snapshot);
        else
            log[rewritten] = snapshot;
    }

    private static LakeSnapshot Map(LakeSnapshot snapshot, Func<string, string> path) =>
        snapshot with
        {
            Files = [.. snapshot.Files.Select(path)],
            Retired = snapshot.Retired?.Select(path).ToList(),
            Replaced = snapshot.Replaced?.Select(path).ToList(),
        };

    private static List<LakeSnapshot> Read(string logFile)
    {
        var log = new List<LakeSnapshot>();
        if (!File.Exists(logFile))
            return log;
        string home = Path.GetDirectoryName(logFile)!;
        foreach (string line in File.ReadLines(logFile))
        {
            LakeSnapshot stored = JsonSerializer.Deserialize(line, LakeJson.Default.LakeSnapshot)!;
            Apply(log, Map(stored, file => Path.Combine(home, file)));
        }
        return log;
    }
}
