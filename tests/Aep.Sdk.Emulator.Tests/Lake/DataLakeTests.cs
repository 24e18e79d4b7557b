using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Lake;

public sealed class DataLakeTests
{
    [Fact]
    public void Commits_form_a_chain_that_outlives_a_restart()
    {
        using var folder = new TemporaryFolder();
        var lake = DataLake.Open(folder.Path, TimeProvider.System);
        LakeSnapshot one = lake.Commit("dataset", "batch1", [lake.NewFile("dataset", "batch1")], 10);
        LakeSnapshot two = lake.Commit("dataset", "batch2", [lake.NewFile("dataset", "batch2")], 5);

        IReadOnlyList<LakeSnapshot> read = DataLake.Open(folder.Path, TimeProvider.System).Snapshots("dataset");
        Assert.Equal([one.Id, two.Id], read.Select(snapshot => snapshot.Id));
        Assert.Equal(one.Id, read[1].ParentId);
        Assert.Equal(two.Files, read[1].Files);
        Assert.True(two.Id > one.Id);
    }

    [Fact]
    public void A_batch_is_committed_once()
    {
        using var folder = new TemporaryFolder();
        var lake = DataLake.Open(folder.Path, TimeProvider.System);
        lake.Commit("dataset", "batch1", [], 10);
        Assert.Throws<InvalidOperationException>(() => lake.Commit("dataset", "batch1", [], 10));
    }
}
