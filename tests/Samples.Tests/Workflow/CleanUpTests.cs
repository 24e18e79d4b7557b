using Aep.Sdk;
using Aep.Sdk.Segmentation;
using Propensity.Steps;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

public sealed class CleanUpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_run_is_left_but_what_the_registry_keeps_for_good()
    {
        RunOptions options = WorkflowRun.Options(_folder);
        IReadOnlyList<string> before = await InventoryAsync(options);
        Assert.Equal(0, (await WorkflowRun.RunAsync(options)).ExitCode);
        IReadOnlyList<string> run = await InventoryAsync(options);

        (string dry, _) = await CleanUpAsync(options with { DryRun = true });
        Assert.Contains("nothing was", dry);
        Assert.Equal(run, await InventoryAsync(options));

        (string output, long profiles) = await CleanUpAsync(options);
        string[] left = [.. (await InventoryAsync(options)).Except(before)];
        // Three schemas that are enabled for Profile, each with its field group and its identity.
        Assert.Equal(
            ["descriptor of", "field group", "schema"], left.Select(line => line.Split(" http")[0].Split(" CMLE")[0]).Distinct().Order());
        Assert.Equal(9, left.Length);
        Assert.Equal(3, left.Count(line => line.StartsWith("schema ", StringComparison.Ordinal)));
        Assert.All(left.Where(line => line.StartsWith("schema ", StringComparison.Ordinal)),
            line => Assert.Contains($"stays: schema {line.Split(" http")[0][7..]} (", output));
        Assert.Equal(0, profiles);

        await LastStepMakesNothingAsync(options);
        (string again, _) = await CleanUpAsync(options);
        Assert.Contains("0 removed", again);
        (int exitCode, _, string second) = await WorkflowRun.RunAsync(options);
        Assert.Equal(0, exitCode);
        Assert.Contains("Reconciled.", second);
    }

    [Fact]
    public async Task A_dry_run_goes_with_a_clean_up()
    {
        Task<int> Parse(bool withCleanUp, params string[] args) =>
            CommandLine.RunAsync("test", args, (_, _) => Task.FromResult(0), withCleanUp);
        Assert.NotEqual(0, await Parse(true, "--dry-run"));
        Assert.Equal(0, await Parse(true, "--dry-run", "--clean-up"));
        Assert.NotEqual(0, await Parse(false, "--clean-up"));
    }

    // The scores are in the output folder still, and on the platform no more.
    private static async Task LastStepMakesNothingAsync(RunOptions options)
    {
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<AepConfigurationException>(() => ActivateAudience.RunAsync(
            platform.Client, new WorkflowContext(options, platform.Config, new PlainConsole(TextWriter.Null)), CancellationToken.None));
        Assert.Contains("Step 6", refused.Message);
        Assert.Empty(await platform.Client.Segmentation.ListAsync().ToListAsync());
    }

    private static async Task<IReadOnlyList<string>> InventoryAsync(RunOptions options)
    {
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        return await Inventory.OfAsync(platform.Client);
    }

    private static async Task<(string Output, long Profiles)> CleanUpAsync(RunOptions options)
    {
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        var output = new StringWriter();
        await WorkflowCleanUp.RunAsync(
            platform.Client, new WorkflowContext(options, platform.Config, new PlainConsole(output)), CancellationToken.None);
        EstimateOperation estimate = await platform.Client.Segmentation.EstimateAsync(Pql.Text("_aeplocal.userid.isNotNull()"));
        return (output.ToString(), (await estimate.WaitForCompletionAsync()).EstimatedSize ?? -1);
    }
}
