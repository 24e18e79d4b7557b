using Aep.Sdk.CleanUp;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.CleanUp;

/// <summary>
/// A clean-up that breaks off, at each of its requests and in each way: a second one removes all the rest, and nothing of others.
/// </summary>
public sealed class InterruptedCleanUpTests
{
    private static readonly CleanUpSelection Shop = CleanUpSelection.StartingWith("Shop ");

    // Of others, or used by them; an account that nobody uses; and what the registry keeps for good.
    private static readonly string[] Stays =
    [
        "a3", "e2", "d2", "f2", "s2", "t2", "b2", "b9", "m2", "q2", "https://ns.adobe.com/acme/schemas/2",
            "https://ns.adobe.com/acme/mixins/2",
    ];

    [Fact]
    public async Task Without_a_break_only_what_is_of_others_stays()
    {
        var sandbox = new FakeSandbox();
        CleanUpResult result = await RunAsync(sandbox, default);
        Assert.Equal(Stays.Order(StringComparer.Ordinal), sandbox.Left.Order(StringComparer.Ordinal));
        Assert.Equal(["d1"], sandbox.WithoutProfiles);
        CleanUpKept schema = Assert.Single(result.Kept, kept => kept.Kind == "schema");
        Assert.Contains("it is enabled for Profile, and the registry never deletes such a schema", schema.Reason);
    }

    [Theory]
    [InlineData(nameof(SandboxBreak.Before), false)]
    [InlineData(nameof(SandboxBreak.Before), true)]
    [InlineData(nameof(SandboxBreak.After), false)]
    [InlineData(nameof(SandboxBreak.After), true)]
    [InlineData(nameof(SandboxBreak.Refused), false)]
    public async Task A_second_run_removes_what_the_first_has_left(string way, bool forGood)
    {
        SandboxBreak broken = Enum.Parse<SandboxBreak>(way);
        int requests = await CountAsync();
        for (int at = 0; at < requests; at++)
        {
            int place = at;
            var sandbox = new FakeSandbox
            {
                Breaks = number =>
                number == place || (forGood && number > place) ? Later(number, place, broken) : SandboxBreak.None
            };
            try
            {
                await RunAsync(sandbox, default);
            }
            catch (AepException)
            {
                // What the first run says is not the matter here.
            }

            await CheckSecondAsync(sandbox, $"{way} at request {at}");
        }
    }

    [Fact]
    public async Task After_each_single_removal_a_second_run_leaves_what_one_alone_leaves()
    {
        var whole = new FakeSandbox();
        int removals = (await RunAsync(whole, default)).Removed.Count;
        for (int done = 1; done < removals; done++)
        {
            var sandbox = new FakeSandbox();
            using var giveUp = new CancellationTokenSource();
            CleanUpClient client = Client(sandbox);
            CleanUpPlan plan = await client.PlanAsync(Shop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => client.RunAsync(plan, new StopAfter(done, giveUp), giveUp.Token));
            await RunAsync(sandbox, default);
            Assert.True(
                sandbox.Left.SetEquals(whole.Left), $"after {plan.Items[done - 1]}: {string.Join(", ", sandbox.Left.Except(whole.Left))}");
            Assert.Equal(whole.WithoutProfiles, sandbox.WithoutProfiles);
        }
    }

    [Fact]
    public async Task A_second_run_goes_on_after_a_cancellation()
    {
        int requests = await CountAsync();
        for (int at = 0; at < requests; at++)
        {
            int place = at;
            using var giveUp = new CancellationTokenSource();
            var sandbox = new FakeSandbox { Breaks = number => Cancel(giveUp, number, place) };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(sandbox, giveUp.Token));
            await CheckSecondAsync(sandbox, $"cancelled at request {at}");
        }
    }

    [Fact]
    public async Task What_is_found_by_something_stays_when_that_stays()
    {
        // The first change of a connection fails: its dataflow stays, and with it what it leads to and the dataset that it is found by.
        int number = -1;
        var sandbox = new FakeSandbox { Breaks = request => request == number ? SandboxBreak.Refused : SandboxBreak.None };
        CleanUpClient client = Client(sandbox);
        CleanUpPlan plan = await client.PlanAsync(Shop);
        number = sandbox.Requests;
        var failed = await Assert.ThrowsAsync<CleanUpFailedException>(() => client.RunAsync(plan));
        Assert.Subset(sandbox.Left.ToHashSet(), new HashSet<string> { "f1", "s1", "t1", "b1", "m1", "d1" });
        Assert.Contains("dataset Shop orders (d1): it stays until dataflow Into it (f1) is gone, which is found by it", failed.Message);
    }

    private static SandboxBreak Later(int number, int place, SandboxBreak broken) => number == place ? broken : SandboxBreak.Before;

    private static SandboxBreak Cancel(CancellationTokenSource giveUp, int number, int place)
    {
        if (number < place) return SandboxBreak.None;
        giveUp.Cancel();
        throw new OperationCanceledException(giveUp.Token);
    }

    private static async Task CheckSecondAsync(FakeSandbox sandbox, string how)
    {
        sandbox.Breaks = null;
        await RunAsync(sandbox, default);
        Assert.True(
            sandbox.Left.SetEquals(Stays), $"{how}: {string.Join(", ", sandbox.Left.Except(Stays).Concat(Stays.Except(sandbox.Left)))}");
        Assert.Equal(["d1"], sandbox.WithoutProfiles);
    }

    private static async Task<int> CountAsync()
    {
        var sandbox = new FakeSandbox { Breaks = _ => SandboxBreak.None };
        await RunAsync(sandbox, default);
        return sandbox.Requests;
    }

    private static async Task<CleanUpResult> RunAsync(FakeSandbox sandbox, CancellationToken cancellationToken)
    {
        CleanUpClient client = Client(sandbox);
        return await client.RunAsync(await client.PlanAsync(Shop, cancellationToken), null, cancellationToken);
    }

    private sealed class StopAfter(int removals, CancellationTokenSource stop) : IProgress<CleanUpItem>
    {
        private int _removed;

        public void Report(CleanUpItem value)
        {
            if (++_removed == removals) stop.Cancel();
        }
    }

    private static CleanUpClient Client(FakeSandbox sandbox)
    {
        var pipeline = new AepPipeline(TestOptions.For(new Uri("https://localhost/")) with { MaxRetries = 0 }, new FixedToken(), sandbox);
        return new CleanUpClient(
            new SchemasClient(pipeline), new DatasetsClient(pipeline), new QueriesClient(pipeline), new FlowsClient(pipeline),
            new MappingsClient(pipeline),
            new ProfilesClient(pipeline), new SegmentationClient(pipeline));
    }
}
