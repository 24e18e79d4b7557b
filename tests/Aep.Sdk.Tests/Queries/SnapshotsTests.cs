using Aep.Sdk.Queries;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Queries;

public sealed class SnapshotsTests
{
    private sealed class History(IReadOnlyList<Snapshot> snapshots) : SnapshotsClient
    {
        public override async IAsyncEnumerable<Snapshot> ListAsync(
            string table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (Snapshot snapshot in snapshots) yield return snapshot;
        }
    }

    private sealed class Memory : ISnapshotCheckpoint
    {
        public SnapshotProgress? Progress { get; set; }

        public Task<SnapshotProgress?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Progress);

        public Task SaveAsync(SnapshotProgress progress, CancellationToken cancellationToken)
        {
            Progress = progress;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public Task NoneIsLeftOutOrDoneTwiceWhateverFails() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 6], Gen.Bool.Array[60]).ForAllAsync(async (arrivals, failures) =>
    {
        var checkpoint = new Memory();
        var read = new List<long>();
        int count = 0, attempt = 0;
        foreach (int arrived in arrivals)
        {
            count += arrived;
            bool done = false;
            while (!done)
            {
                try
                {
                    await Chain(count).ForEachNewSnapshotAsync("t", checkpoint, (window, _) =>
                    {
                        if (attempt++ is var now && now < failures.Length && failures[now]) throw new TimeoutException();
                        for (long id = (window.From ?? 0) + 1; id <= window.To; id++) read.Add(id);
                        return Task.CompletedTask;
                    });
                    done = true;
                }
                catch (TimeoutException)
                {
                    Assert.NotNull(checkpoint.Progress!.Started);
                }
            }
        }

        Assert.Equal(Enumerable.Range(1, count).Select(id => (long)id), read);
        Assert.Equal(new SnapshotProgress("t", count), checkpoint.Progress);
    }, iter: 300);

    [Fact]
    public async Task WorkWhoseEndWasNotSeenIsMarked()
    {
        var checkpoint = new Memory { Progress = new SnapshotProgress("t", 1, Started: 2) };
        var windows = new List<SnapshotWindow>();
        Assert.Equal(2, await Chain(3).ForEachNewSnapshotAsync("t", checkpoint, (window, _) =>
        {
            windows.Add(window);
            return Task.CompletedTask;
        }));
        Assert.Equal([true, false], windows.Select(window => window.MayBeDone));
        Assert.Equal(["t SNAPSHOT BETWEEN 1 AND 2", "t SNAPSHOT BETWEEN 2 AND 3"], windows.Select(window => window.ToSql().ToString()));
    }

    [Fact]
    public async Task ASnapshotThatAepHasForgottenIsAnErrorNotAGap()
    {
        Task Never(SnapshotWindow window, CancellationToken cancellationToken) => throw new InvalidOperationException();
        var lost = new Memory { Progress = new SnapshotProgress("t", 99) };
        Assert.Contains("99", (await Assert.ThrowsAsync<AepException>(() => Chain(3).ForEachNewSnapshotAsync("t", lost, Never))).Message,
            StringComparison.Ordinal);
        var other = new Memory { Progress = new SnapshotProgress("u", 1) };
        await Assert.ThrowsAsync<AepException>(() => Chain(3).ForEachNewSnapshotAsync("t", other, Never));
        Assert.Equal(0, await new History([]).ForEachNewSnapshotAsync("t", new Memory(), Never));
        Assert.Equal(0, await Chain(3).ForEachNewSnapshotAsync("t", new Memory { Progress = new SnapshotProgress("t", 3) }, Never));
    }

    [Fact]
    public async Task TheFirstWindowTakesWhatCameBeforeTheOldestKnownSnapshot()
    {
        var windows = new List<SnapshotWindow>();
        Snapshot[] kept = [Item(8, 7, false), Item(9, 8, true), Item(5, 4, false)];
        await new History(kept).ForEachNewSnapshotAsync("t", new Memory(), (window, _) =>
        {
            windows.Add(window);
            return Task.CompletedTask;
        });
        Assert.Equal([new SnapshotWindow("t", null, 8), new SnapshotWindow("t", 8, 9)], windows);
    }

    [Fact]
    public async Task AFileKeepsTheProgress()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            var file = new SnapshotCheckpointFile(path);
            Assert.Null(await file.LoadAsync(default));
            await file.SaveAsync(new SnapshotProgress("t", 1, 2), default);
            await file.SaveAsync(new SnapshotProgress("t", 2), default);
            Assert.Equal(new SnapshotProgress("t", 2), await new SnapshotCheckpointFile(path).LoadAsync(default));
            await File.WriteAllTextAsync(path, "{");
            await Assert.ThrowsAsync<AepConfigurationException>(() => file.LoadAsync(default));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static History Chain(int count) =>
        new([.. Enumerable.Range(1, count).Select(id => Item(id, id == 1 ? null : id - 1, id == count))]);

    private static Snapshot Item(long id, long? parent, bool current) => new() { SnapshotId = id, ParentId = parent, IsCurrent = current };
}
