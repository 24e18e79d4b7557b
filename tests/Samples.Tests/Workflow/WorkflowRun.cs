using EndToEnd;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

/// <summary>A run of the whole workflow in a folder of its own, on a local platform that stays there.</summary>
internal static class WorkflowRun
{
    public static RunOptions Options(TemporaryFolder folder) => new()
    {
        Users = 300,
        OutputFolder = folder.File("out"),
        PlatformFolder = folder.File("platform"),
        ConfigFile = folder.File("config.ini"),
        EventsFile = folder.File("events.jsonl"),
        FeaturesFile = folder.File("features.csv"),
    };

    public static async Task<(int ExitCode, WorkflowContext Context, string Output)> RunAsync(RunOptions options)
    {
        Directory.CreateDirectory(options.OutputFolder);
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        var output = new StringWriter();
        var context = new WorkflowContext(options, platform.Config, new PlainConsole(output));
        int exitCode = await WholeWorkflow.RunAsync(platform.Client, context, CancellationToken.None);
        return (exitCode, context, output.ToString());
    }
}
