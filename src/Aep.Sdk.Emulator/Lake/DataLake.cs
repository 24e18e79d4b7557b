using System.Collections.Concurrent;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Lake;

/// <summary>
/// The data lake of a sandbox: Parquet files on disk, one folder a dataset, and a log of commits.
/// A file counts only once a commit names it, so a crash while writing leaves nothing half there. A file that no commit names any longer is
/// deleted when nobody reads it (<see cref="StartReading"/>).
/// </summary>
internal sealed class DataLake(string folder, TimeProvider time)
{
    private const string Parquet = "*.parquet";
    private readonly ConcurrentDictionary<string, Lazy<List<LakeSnapshot>>> _logs = new();
    private readonly LakeReaders _readers = new();

    /// <summary>Raised after each commit with the dataset's id.</summary>
    public event Action<string, LakeSnapshot>? Committed;

    /// <summary>The datasets that have something on disk.</summary>
    public IReadOnlyList<string> Datasets => [.. Folders().Where(id => id[0] != '_')];

    /// <summary>A lake as the last run left it: files that no commit names, because the run stopped before or after, are deleted.</summary>
    public static DataLake Open(string folder, TimeProvider time)
    {
        var lake = new DataLake(folder, time);
        foreach (string id in lake.Folders())
        {
            HashSet<string> named = [.. lake.Snapshots(id).SelectMany(snapshot => snapshot.FilesOfProfile)];
            foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, id), Parquet).Where(file => !named.Contains(file)))
                File.Delete(file);
        }
        return lake;
    }

    /// <summary>
    /// Whoever reads files begins with this, before he looks for them: what he finds stays on disk until he disposes it, whatever leaves
    /// the lake meanwhile.
    /// </summary>
    public IDisposable StartReading() => _readers.Enter();

    /// <summary>A path for a new Parquet file of a batch, in the dataset's folder.</summary>
    public string NewFile(string datasetId, string batchId) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(folder, datasetId)).FullName, $"{batchId}-{Guid.NewGuid():N}.parquet");

    /// <summary>Makes a batch's files part of the dataset, and takes the batches that it replaces out of it, as one step.</summary>
    /// <exception cref="InvalidOperationException">The batch was committed before.</exception>
    public LakeSnapshot Commit(
        string datasetId, string batchId, IReadOnlyList<string> files, long rows, IReadOnlyList<string>? replaces = null)
    {
        LakeSnapshot snapshot;
        string[] gone;
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
            gone = [.. log.Where(entry => replaces?.Contains(entry.BatchId) == true).SelectMany(entry => entry.FilesOfProfile)];
            Append(datasetId, snapshot);
            Apply(log, snapshot);
        }
        Committed?.Invoke(datasetId, snapshot); // first, so that who reads from now on looks for files anew
        Delete(gone);
        return snapshot;
    }

    /// <summary>Takes a batch's rows out of the dataset. Its commit leaves the history, another one says that it was removed.</summary>
    public void Remove(string datasetId, string batchId) => Commit(datasetId, "removed-" + batchId, [], 0, [batchId]);

    /// <summary>
    /// Puts other files in the place of a commit's, when rows of it have expired: the commit keeps its number, time and place in the
    /// history.
    /// </summary>
    /// <returns>False if the commit is no longer what was read; then nothing has changed.</returns>
    public bool TryRewrite(string datasetId, LakeSnapshot before, LakeSnapshot after)
    {
        List<LakeSnapshot> log = Log(datasetId);
        lock (log)
        {
            if (!log.Contains(before))
                return false;
            Append(datasetId, after);
            Apply(log, after);
        }
        Committed?.Invoke(datasetId, after);
        Delete([.. before.FilesOfProfile.Except(after.FilesOfProfile)]);
        return true;
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
        string path = Path.Combine(folder, datasetId);
        if (Directory.Exists(path))
            File.Delete(LogFile(datasetId)); // without it, nothing of the folder counts
        _logs.TryRemove(datasetId, out _);
        _readers.WhenUnread(() => DeleteFolder(path));
    }

    private static void DeleteFolder(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // A batch is just writing a file into it. The next start deletes what stays.
        }
    }

    private void Delete(string[] files) => _readers.WhenUnread(() =>
    {
        // The dataset or its sandbox may have gone with them meanwhile.
        foreach (string file in files.Where(File.Exists))
            File.Delete(file);
    });

    private IEnumerable<string> Folders() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path))] : [];

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
        };

    private static List<LakeSnapshot> Read(string logFile)
    {
        var log = new List<LakeSnapshot>();
        if (!File.Exists(logFile))
            return log;
        string home = Path.GetDirectoryName(logFile)!;
        CutUnfinished(logFile);
        foreach (string line in File.ReadLines(logFile))
        {
            LakeSnapshot stored = JsonSerializer.Deserialize(line, LakeJson.Default.LakeSnapshot)!;
            Apply(log, Map(stored, file => Path.Combine(home, file)));
        }
        return log;
    }

    // A line without its end was being written when the platform was killed: there was no such commit.
    private static void CutUnfinished(string logFile)
    {
        using FileStream log = File.Open(logFile, FileMode.Open, FileAccess.ReadWrite);
        long end = log.Length;
        while (end > 0)
        {
            log.Position = end - 1;
            if (log.ReadByte() == '\n')
                break;
            end--;
        }
        log.SetLength(end);
    }
}
