using Aep.Sdk;

namespace Propensity.Workflow;

/// <summary>Runs one step as a program: command line, platform, and errors as one clear message.</summary>
public static class SampleHost
{
    /// <summary>The exit code of a program that was stopped with Ctrl+C, as shells have it.</summary>
    private const int Stopped = 130;

    /// <returns>The exit code: 0, or another with a message on standard error.</returns>
    public static Task<int> RunAsync(string title, string[] args, Func<AepClient, WorkflowContext, CancellationToken, Task> step) =>
        RunAsync(title, args, forgetPlatform: false, async (aep, context, cancellationToken) =>
        {
            context.Console.Head(title);
            await step(aep, context, cancellationToken);
            return 0;
        });

    /// <param name="title">What the program does.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="forgetPlatform">
    /// Whether each run has a new local platform unless a folder is given; if not, it is kept in the output folder.
    /// </param>
    /// <param name="work">What it does; returns the exit code.</param>
    public static Task<int> RunAsync(
        string title, string[] args, bool forgetPlatform, Func<AepClient, WorkflowContext, CancellationToken, Task<int>> work) =>
        CommandLine.RunAsync(title, args, async (options, cancellationToken) =>
        {
            if (!forgetPlatform && options.PlatformFolder is null)
                options = options with { PlatformFolder = Path.Combine(options.OutputFolder, "platform") };
            try
            {
                return await RunAsync(options, work, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("\nStopped. What was made on the platform stays; the next run finds it.");
                return Stopped;
            }
            catch (Exception exception) when (exception is AepException or WorkflowException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"\nERROR: {exception.Message}");
                return 1;
            }
        }, withCleanUp: forgetPlatform);

    private static async Task<int> RunAsync(
        RunOptions options, Func<AepClient, WorkflowContext, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        if (File.Exists(options.OutputFolder))
            throw new WorkflowException($"--out {options.OutputFolder} is a file: name a folder.");
        Directory.CreateDirectory(options.OutputFolder);
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, cancellationToken);
        var context = new WorkflowContext(options, platform.Config, StepConsole.ForProcess()) { LandingZone = platform.LandingZone };
        if (options.Target == Target.Aep)
            await ConnectionNotes.ShowAsync(platform.Client, context.Console, cancellationToken);
        return await work(platform.Client, context, cancellationToken);
    }
}
