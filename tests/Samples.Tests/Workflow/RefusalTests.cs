using Aep.Sdk;
using Propensity.Report;
using Propensity.Steps;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_production_sandbox_needs_to_be_allowed()
    {
        string config =
            Config("[Platform]\nims_org_id=A@AdobeOrg\nsandbox_name=prod\n[Authentication]\nclient_id=id\nclient_secret=secret\n");
        var options = new RunOptions { Target = Target.Aep, ConfigFile = config };
        var refused = await Assert.ThrowsAsync<AepConfigurationException>(() => SamplePlatform.OpenAsync(options, CancellationToken.None));
        Assert.Contains("--allow-prod", refused.Message);

        await using SamplePlatform allowed = await SamplePlatform.OpenAsync(options with { AllowProd = true }, CancellationToken.None);
        Assert.Equal("prod", allowed.Client.Options.SandboxName);
        Assert.Null(allowed.Client.Options.PlatformEndpoint);
    }

    [Fact]
    public async Task A_real_organisations_file_is_not_written_by_the_local_platform()
    {
        const string Text = "[Platform]\nims_org_id=REAL@AdobeOrg\nsandbox_name=dev\n[Synthetic]\nevents_dataset=precious\n";
        string config = Config(Text);
        var refused = await Assert.ThrowsAsync<AepConfigurationException>(() =>
            SamplePlatform.OpenAsync(new RunOptions { ConfigFile = config }, CancellationToken.None));
        Assert.Contains("REAL@AdobeOrg", refused.Message);
        Assert.Contains("--target aep", refused.Message);
        Assert.Equal(Text, await File.ReadAllTextAsync(config));
    }

    [Fact]
    public async Task Another_machine_is_not_the_local_platform()
    {
        string config = Config("[Platform]\nplatform_endpoint=https://platform.example.com\n");
        var refused = await Assert.ThrowsAsync<AepConfigurationException>(() =>
            SamplePlatform.OpenAsync(new RunOptions { ConfigFile = config }, CancellationToken.None));
        Assert.Contains("not on this machine", refused.Message);
    }

    [Fact]
    public async Task A_key_that_a_step_needs_is_named_with_its_file_and_its_source()
    {
        await using SamplePlatform platform = await OpenAsync();
        var context = new WorkflowContext(Options, platform.Config, new PlainConsole(TextWriter.Null));
        var missing = await Assert.ThrowsAsync<AepConfigurationException>(
            () => ExploreAndFeaturize.RunAsync(platform.Client, context, CancellationToken.None));
        Assert.Contains("events_dataset", missing.Message);
        Assert.Contains(platform.Config.Path, missing.Message);
        Assert.Contains("Step 1", missing.Message);
    }

    [Theory]
    [InlineData("Synthetic", "events_dataset", 2, "Run step 1")]
    [InlineData("Platform", "featurized_dataset_id", 3, "Run step 2")]
    [InlineData("Platform", "featurized_dataset_id", 4, "Run step 2")]
    public async Task An_id_of_another_platform_is_told_with_the_step_to_run(string section, string key, int step, string advice)
    {
        await using SamplePlatform platform = await OpenAsync();
        platform.Config.Set(section, key, "0123456789abcdef01234567");
        var context = new WorkflowContext(Options, platform.Config, new PlainConsole(TextWriter.Null));
        Func<AepClient, WorkflowContext, CancellationToken, Task> run =
            step switch { 2 => ExploreAndFeaturize.RunAsync, 3 => ExportTrainingData.RunAsync, _ => TrainModel.RunAsync };
        var missing = await Assert.ThrowsAsync<WorkflowException>(() => run(platform.Client, context, CancellationToken.None));
        Assert.Contains(advice, missing.Message);
        Assert.Contains("0123456789abcdef01234567", missing.Message);
    }

    [Fact]
    public async Task Events_of_another_simulation_are_not_added_to_those_that_are_there()
    {
        await using SamplePlatform platform = await OpenAsync();
        var first = new WorkflowContext(Options with { Users = 20 }, platform.Config, new PlainConsole(TextWriter.Null));
        await GenerateSyntheticData.RunAsync(platform.Client, first, CancellationToken.None);
        var second = new WorkflowContext(Options with { Users = 21 }, platform.Config, new PlainConsole(TextWriter.Null));
        var refused = await Assert.ThrowsAsync<WorkflowException>(
            () => GenerateSyntheticData.RunAsync(platform.Client, second, CancellationToken.None));
        Assert.Contains("--users 21", refused.Message);
        Assert.Contains($"{first.Results.Generated!.Events} events", refused.Message);
    }

    [Fact]
    public async Task The_configuration_keeps_its_comments_order_and_line_endings()
    {
        string config = Config("; mine\r\n[Cloud]\r\nexport_path=a\r\n\r\n[Synthetic]\r\nevents_dataset=\r\nother=1 # kept\r\n");
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(Options with { ConfigFile = config }, CancellationToken.None);
        var context = new WorkflowContext(Options with { Users = 5 }, platform.Config, new PlainConsole(TextWriter.Null));
        await GenerateSyntheticData.RunAsync(platform.Client, context, CancellationToken.None);
        string text = await File.ReadAllTextAsync(config);
        Assert.StartsWith("; mine\r\n[Cloud]\r\nexport_path=a\r\n\r\n[Synthetic]\r\nevents_dataset=", text);
        Assert.Contains("\r\nother=1 # kept\r\n", text);
        Assert.DoesNotMatch("[^\r]\n", text);
        Assert.Equal(AepIniFile.Load(config).Get("Synthetic", "events_dataset"), context.Results.Resources.First(
            resource => resource.Kind == "dataset").Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("userId,score\n1,2\n")]
    public async Task Scores_with_other_columns_are_told_with_their_file(string text)
    {
        await using SamplePlatform platform = await OpenAsync();
        var context = new WorkflowContext(Options, platform.Config, new PlainConsole(TextWriter.Null));
        await File.WriteAllTextAsync(context.ScoresFile, text);
        var refused = await Assert.ThrowsAsync<WorkflowException>(() =>
            IngestScores.RunAsync(platform.Client, context, CancellationToken.None));
        Assert.Contains(context.ScoresFile, refused.Message);
        Assert.Contains("step 5", refused.Message);
    }

    [Theory]
    [InlineData("--users", "0")]
    [InlineData("--users", "many")]
    [InlineData("--target", "cloud")]
    [InlineData("--unknown", "1")]
    public async Task A_wrong_argument_ends_before_anything_starts(params string[] args)
    {
        bool started = false;
        int exitCode = await CommandLine.RunAsync("test", args, (_, _) =>
        {
            started = true;
            return Task.FromResult(0);
        });
        Assert.NotEqual(0, exitCode);
        Assert.False(started);
    }

    [Fact]
    public void Numbers_that_differ_are_named()
    {
        var check = new Check("rows exported", 3, "rows in the training dataset", 4);
        Assert.False(check.Agrees);
        Assert.Equal("rows exported (3) DIFFERS FROM rows in the training dataset (4)", check.ToString());
    }

    private RunOptions Options => new() { OutputFolder = _folder.Path };

    private Task<SamplePlatform> OpenAsync() => SamplePlatform.OpenAsync(Options, CancellationToken.None);

    private string Config(string text)
    {
        string path = _folder.File("given.ini");
        File.WriteAllText(path, text);
        return path;
    }
}
