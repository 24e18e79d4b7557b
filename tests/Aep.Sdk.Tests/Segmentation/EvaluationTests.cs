using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>What goes wrong while segments are evaluated and members are read.</summary>
public sealed class EvaluationTests : IDisposable
{
    private const string Jobs = "/data/core/ups/segment/jobs";
    private const string Exports = "/data/core/ups/export/jobs";
    private const string Datasets = "/data/foundation/catalog/dataSets";

    private readonly Wire _wire = new();
    private readonly SegmentationClient _segmentation;

    public EvaluationTests() => _segmentation = new SegmentationClient(_wire.Pipeline, new DatasetsClient(_wire.Pipeline), new NoRows());

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_job_that_fails_says_every_reason()
    {
        _wire.On("GET", $"{Jobs}/j1",
            """{"id":"j1","status":"FAILED","errors":[{"code":8,"msg":"Request rate is large"},{"code":"500","msg":"Broken"}]}""");
        var failed =
            await Assert.ThrowsAsync<AepOperationFailedException>(() => _segmentation.GetJobOperation("j1", "s1").WaitForCompletionAsync());
        Assert.Equal(["8: Request rate is large", "500: Broken"], failed.Errors);
        Assert.Equal(("j1", "FAILED"), (failed.Id, failed.Status));
    }

    [Fact]
    public async Task A_job_that_never_ends_is_given_up_with_its_last_state_and_goes_on()
    {
        _wire.On("GET", $"{Jobs}/j1", """{"id":"j1","status":"PROCESSING"}""");
        SegmentJobOperation job = _segmentation.GetJobOperation("j1", "s1");
        var late = await Assert.ThrowsAsync<AepOperationTimeoutException>(() => job.WaitForCompletionAsync());
        Assert.Contains("PROCESSING", late.Message);
        Assert.Equal(("PROCESSING", false), (job.Status, job.HasCompleted));
        Assert.Equal(0, _wire.Count("DELETE", $"{Jobs}/j1"));
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_leaves_the_job_to_be_waited_for_again()
    {
        _wire.On("GET", $"{Jobs}/j1", """{"id":"j1","status":"QUEUED"}""",
            """{"id":"j1","status":"SUCCEEDED","metrics":{"segmentedProfileCounter":{"s1":3}}}""");
        using var giveUp = new CancellationTokenSource();
        SegmentJobOperation job = _segmentation.GetJobOperation("j1", "s1");
        var progress = new Stop(giveUp);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitForCompletionAsync(progress, giveUp.Token));
        Assert.Equal(3, (await job.WaitForCompletionAsync()).QualifiedProfiles);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("CANCELLED")]
    public async Task An_export_of_members_that_ends_badly_says_why_and_leaves_no_dataset(string status)
    {
        Export($$"""{"id":7,"status":"{{status}}","errors":[{"code":"1","msg":"no such policy"}]}""");
        var failed = await Assert.ThrowsAsync<AepOperationFailedException>(async () => await Members().ToListAsync());
        Assert.Equal("1: no such policy", Assert.Single(failed.Errors));
        Assert.Equal(1, _wire.Count("DELETE", $"{Datasets}/d1"));
    }

    [Fact]
    public async Task An_export_that_never_ends_leaves_no_dataset()
    {
        Export("""{"id":7,"status":"PROCESSING"}""");
        await Assert.ThrowsAsync<AepOperationTimeoutException>(async () => await Members().ToListAsync());
        Assert.Equal(1, _wire.Count("DELETE", $"{Datasets}/d1"));
    }

    [Fact]
    public async Task A_cancelled_export_leaves_no_dataset()
    {
        using var giveUp = new CancellationTokenSource();
        var datasets = new WatchedDatasets(giveUp.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Members(datasets).ToListAsync(giveUp.Token));
        Assert.Equal(["d1"], datasets.Deleted);
    }

    [Fact]
    public async Task A_segment_without_members_has_none_and_leaves_no_dataset()
    {
        Export("""{"id":7,"status":"SUCCEEDED"}""");
        Assert.Empty(await Members().ToListAsync());
        Assert.Equal(1, _wire.Count("DELETE", $"{Datasets}/d1"));
    }

    [Fact]
    public async Task An_export_that_was_refused_leaves_no_dataset()
    {
        Export("{}").On("POST", Exports, (400, """{"title":"Bad Request","detail":"segment"}"""));
        await Assert.ThrowsAsync<AepRequestException>(async () => await Members().ToListAsync());
        Assert.Equal(1, _wire.Count("DELETE", $"{Datasets}/d1"));
    }

    [Fact]
    public async Task A_dataset_that_was_created_without_an_answer_is_found_by_its_name_and_deleted()
    {
        var datasets = new WatchedDatasets(() => throw new AepException("The answer is lost."));
        await Assert.ThrowsAsync<AepException>(async () => await Members(datasets).ToListAsync());
        Assert.StartsWith("Members of s1", datasets.Created);
        Assert.Equal(["d1"], datasets.Deleted);
    }

    private IAsyncEnumerable<string> Members(DatasetsClient datasets) =>
        new SegmentationClient(_wire.Pipeline, datasets, new NoRows())
            .GetMembersAsync("s1", ["_acme.userid"], row => row.Get<string>("userid")!);

    private IAsyncEnumerable<string> Members() => _segmentation.GetMembersAsync("s1", ["_acme.userid"], row => row.Get<string>("userid")!);

    private Wire Export(string state) => _wire
        .On("POST", Datasets, (201, """["@/dataSets/d1"]"""))
        .On("GET", $"{Datasets}/d1", """{"d1":{"name":"Members of s1","tags":{"adobe/pqs/table":["members_of_s1"]}}}""")
        .On("DELETE", $"{Datasets}/d1", "[]")
        .On("POST", Exports, """{"id":7,"status":"NEW"}""")
        .On("GET", $"{Exports}/7", state);

    private sealed class Stop(CancellationTokenSource source) : IProgress<AepProgress>
    {
        public void Report(AepProgress value) => source.Cancel();
    }

    private sealed class WatchedDatasets(Action created) : DatasetsClient
    {
        public string? Created { get; private set; }

        public List<string> Deleted { get; } = [];

        public override Task<Dataset> CreateAsync(DatasetDefinition definition, CancellationToken cancellationToken = default)
        {
            Created = definition.Name;
            created();
            return Task.FromResult(new Dataset { Id = "d1", Name = definition.Name });
        }

        public override Task<Dataset?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
            Task.FromResult(name == Created ? new Dataset { Id = "d1", Name = name } : null);

        public override Task DeleteAsync(string id, CancellationToken cancellationToken = default)
        {
            Deleted.Add(id);
            return Task.CompletedTask;
        }
    }

    private sealed class NoRows : QueriesClient
    {
        public override IAsyncEnumerable<T> QueryAsync<T>(
            SqlStatement sql, Func<QueryRow, T> map, QueryOptions options,
            CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<T>();
    }
}
