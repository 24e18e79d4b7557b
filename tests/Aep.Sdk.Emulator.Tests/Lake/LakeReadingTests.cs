using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Lake;

/// <summary>What leaves the lake stays on disk for those who are reading it, and for nobody else.</summary>
public sealed class LakeReadingTests : IDisposable
{
    private const string Dataset = "dataset";
    private readonly TemporaryFolder _folder = new();
    private readonly DataLake _lake;

    public LakeReadingTests() => _lake = Open();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_removed_batch_is_deleted_when_the_last_has_come_to_an_end_who_was_reading()
    {
        string file = Commit("one");
        IDisposable first = _lake.StartReading(), second = _lake.StartReading();
        _lake.Remove(Dataset, "one");
        using IDisposable later = _lake.StartReading(); // finds the batch no longer
        first.Dispose();
        first.Dispose();
        Assert.True(File.Exists(file));
        second.Dispose();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Batches_that_are_replaced_and_files_that_are_rewritten_go_in_the_same_way()
    {
        string replaced = Commit("one"), rewritten = Commit("two");
        LakeSnapshot before = _lake.Snapshots(Dataset)[1];
        using (_lake.StartReading())
        {
            Commit("three", replaces: "one");
            Assert.True(_lake.TryRewrite(Dataset, before, before with { Files = [Write("two")] }));
            Assert.Equal([true, true], [File.Exists(replaced), File.Exists(rewritten)]);
        }
        Assert.Equal([false, false], [File.Exists(replaced), File.Exists(rewritten)]);
        Assert.All(_lake.Snapshots(Dataset).SelectMany(snapshot => snapshot.Files), file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void A_dropped_dataset_has_no_rows_at_once_and_no_folder_when_it_is_read_no_more()
    {
        string file = Commit("one");
        using (_lake.StartReading())
        {
            _lake.Drop(Dataset);
            Assert.Empty(_lake.Snapshots(Dataset));
            Assert.True(File.Exists(file));
        }
        Assert.Empty(_lake.Datasets);
        _lake.Drop(Dataset);
    }

    [Fact]
    public void A_stop_in_between_leaves_nothing_behind()
    {
        string kept = Commit("kept"), removed = Commit("removed");
        string unfinished = Write("unfinished"), result = _lake.NewFile("_query", "result");
        File.WriteAllText(result, "");
        _lake.StartReading();
        _lake.Remove(Dataset, "removed");
        Assert.True(File.Exists(removed)); // still read when the platform stops
        DataLake next = Open();
        Assert.Equal([true, false, false, false], new[] { kept, removed, unfinished, result }.Select(File.Exists));
        Assert.Equal(["kept", "removed-removed"], next.Snapshots(Dataset).Select(snapshot => snapshot.BatchId));
    }

    [Fact]
    public void A_commit_that_was_not_written_to_its_end_did_not_happen()
    {
        Commit("one");
        string lost = Commit("two"), log = Path.Combine(_folder.Path, Dataset, "_commits.jsonl");
        using (FileStream stream = File.OpenWrite(log))
            stream.SetLength(stream.Length - 20);
        DataLake next = Open();
        Assert.Equal("one", Assert.Single(next.Snapshots(Dataset)).BatchId);
        Assert.False(File.Exists(lost));
        next.Commit(Dataset, "two", [], 0);
        Assert.Equal(["one", "two"], Open().Snapshots(Dataset).Select(snapshot => snapshot.BatchId));
    }

    private DataLake Open() => DataLake.Open(_folder.Path, TimeProvider.System);

    private string Write(string batch)
    {
        string file = _lake.NewFile(Dataset, batch);
        File.WriteAllText(file, "rows");
        return file;
    }

    private string Commit(string batch, params string[] replaces)
    {
        string file = Write(batch);
        _lake.Commit(Dataset, batch, [file], 1, replaces);
        return file;
    }
}
