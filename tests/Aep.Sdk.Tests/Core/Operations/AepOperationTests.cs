using System.Diagnostics;
using Aep.Sdk.Core.Operations;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Operations;

public sealed class AepOperationTests
{
    private readonly SkippingTime _time = new();
    private TimeSpan _deadline = TimeSpan.FromHours(2);

    [Fact]
    public async Task It_is_polled_until_it_is_over()
    {
        var progress = new Recorder();
        var operation = new Work(this, OperationState<string>.Running("queued"), OperationState<string>.Running("running"),
            OperationState<string>.Succeeded("done", "result"));
        Assert.Equal("result", await operation.WaitForCompletionAsync(progress));
        Assert.True(operation.HasCompleted);
        Assert.Equal("result", operation.Value);
        Assert.Equal(["queued", "running", "done"], progress.Reports.Select(report => report.Status));
        Assert.All(progress.Reports, report => Assert.Equal(("work", "42"), (report.Operation, report.Id)));
        await operation.UpdateStatusAsync();
        Assert.Equal(3, operation.Polls); // what is over is not asked again
    }

    [Fact]
    public async Task A_bad_end_carries_the_services_errors()
    {
        var operation = new Work(this, OperationState<string>.Failed("FAILED", ["row 1 is bad", "row 2 is bad"]));
        var failed = await Assert.ThrowsAsync<AepOperationFailedException>(() => operation.WaitForCompletionAsync());
        Assert.All(["work", "42", "FAILED", "row 1 is bad", "row 2 is bad"], part => Assert.Contains(part, failed.Message));
        Assert.Throws<AepOperationFailedException>(() => operation.Value);
    }

    [Fact]
    public async Task The_activity_of_a_wait_that_ends_badly_is_an_error()
    {
        var heard = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Aep.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (heard)
                    heard.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var test = new Activity("test").Start();
        var operation = new Work(this, OperationState<string>.Failed("FAILED", []));
        await Assert.ThrowsAsync<AepOperationFailedException>(() => operation.WaitForCompletionAsync());
        Activity wait = Assert.Single(heard, activity => activity.TraceId == test.TraceId);
        Assert.Equal((ActivityStatusCode.Error, "Aep.Sdk.AepOperationFailedException", "FAILED"),
            (wait.Status, wait.GetTagItem("error.type"), wait.GetTagItem("aep.operation.status")));
    }

    [Fact]
    public async Task Waits_grow_to_the_longest_and_a_deadline_ends_them()
    {
        var operation = new Work(this, OperationState<string>.Running("SOMETHING_NEW"));
        DateTimeOffset start = _time.GetUtcNow();
        var late = await Assert.ThrowsAsync<AepOperationTimeoutException>(() => operation.WaitForCompletionAsync());
        TimeSpan waited = _time.GetUtcNow() - start;
        Assert.Equal(TimeSpan.FromHours(2), waited);
        Assert.InRange(operation.Polls, 220, 320); // every 30 s, 0.8 to 1.2 times that, after a quick beginning
        Assert.Contains("SOMETHING_NEW", late.Message);
        Assert.False(operation.HasCompleted);
    }

    [Fact]
    public async Task A_deadline_before_the_next_poll_is_kept()
    {
        _deadline = TimeSpan.FromSeconds(1); // the first poll comes after two
        var operation = new Work(this, OperationState<string>.Running("running"));
        DateTimeOffset start = _time.GetUtcNow();
        await Assert.ThrowsAsync<AepOperationTimeoutException>(() => operation.WaitForCompletionAsync());
        Assert.Equal(TimeSpan.FromSeconds(1), _time.GetUtcNow() - start);
        Assert.Equal(2, operation.Polls); // the last of them at the deadline
    }

    [Fact]
    public void What_is_not_over_has_no_value() =>
        Assert.Throws<InvalidOperationException>(() => new Work(this, OperationState<string>.Running("running")).Value);

    [Fact]
    public async Task Giving_up_the_wait_does_not_poll_on()
    {
        using var cancel = new CancellationTokenSource();
        var operation =
            new Work(this, OperationState<string>.Running("running")) { OnPoll = polls => { if (polls == 3) cancel.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => operation.WaitForCompletionAsync(cancellationToken: cancel.Token));
        Assert.Equal(3, operation.Polls);
    }

    private sealed class Work(AepOperationTests test, params OperationState<string>[] states)
        : AepOperation<string>("42", TestOptions.For(new Uri("http://localhost"), test._time) with { OperationTimeout = test._deadline })
    {
        public int Polls { get; private set; }

        public Action<int>? OnPoll { get; init; }

        internal override string Name => "work";

        internal override Task<OperationState<string>> ReadStateAsync(CancellationToken cancellationToken)
        {
            Polls++;
            OnPoll?.Invoke(Polls);
            return Task.FromResult(states[Math.Min(Polls, states.Length) - 1]);
        }
    }

    private sealed class Recorder : IProgress<AepProgress>
    {
        public List<AepProgress> Reports { get; } = [];

        public void Report(AepProgress value) => Reports.Add(value);
    }
}
