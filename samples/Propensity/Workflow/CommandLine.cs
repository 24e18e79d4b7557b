using System.CommandLine;
using Aep.Sdk.Emulator;

namespace Propensity.Workflow;

/// <summary>The options that all samples share.</summary>
public static class CommandLine
{
    private static readonly RunOptions Defaults = new();

    private static readonly Option<bool> CleanUp =
        new("--clean-up") { Description = "Remove what earlier runs have made on the platform, instead of running." };
    private static readonly Option<bool> DryRun =
        new("--dry-run") { Description = "With --clean-up: list what would be removed, and remove nothing." };

    /// <summary>Parses the arguments and runs the program with them.</summary>
    /// <param name="description">What the program does.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="run">The program.</param>
    /// <param name="withCleanUp">Whether it knows --clean-up.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(
        string description, string[] args, Func<RunOptions, CancellationToken, Task<int>> run, bool withCleanUp = false)
    {
        var users = new Option<int>("--users") { Description = "Users to simulate.", DefaultValueFactory = _ => Defaults.Users };
        users.Validators.Add(result =>
        {
            // What is no number at all is told by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int count) && count < 1)
                result.AddError("--users must be 1 or more.");
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of the simulation: same seed, same events.",
            DefaultValueFactory = _ => Defaults.Seed
        };
        var output = new Option<string>("--out")
        {
            Description = "Folder for scores, models and reports.",
            DefaultValueFactory = _ => Defaults.OutputFolder
        };
        var config = new Option<string?>("--config")
        {
            Description = "Configuration file. Default: config.ini in the --out folder, or conf/config.ini with --target aep.",
        };
        var target = new Option<Target>("--target")
        {
            Description = "emulator: the local platform. aep: the organisation of the configuration file.",
            DefaultValueFactory = _ => Defaults.Target,
        };
        var allowProd = new Option<bool>("--allow-prod") { Description = "With --target aep: allow the sandbox prod." };
        var platform = new Option<string?>("--data") { Description = "Folder that keeps the local platform between runs." };
        var zone =
            new Option<LandingZoneProvider>("--landing-zone") { Description = "The cloud of the local platform's landing zone: azure or s3." };
        var events =
            new Option<string?>("--events-out") { Description = "Also write the ingested events to this file, one JSON object a line." };
        var features = new Option<string?>("--features-out") { Description = "Also write the training dataset to this file, as CSV." };
        var command = new RootCommand(description) { users, seed, output, config, target, allowProd, platform, zone, events, features };
        if (withCleanUp)
            AddCleanUp(command);
        command.SetAction((parsed, cancellationToken) => run(
            new RunOptions
            {
                Users = parsed.GetValue(users),
                Seed = parsed.GetValue(seed),
                OutputFolder = parsed.GetValue(output)!,
                ConfigFile = parsed.GetValue(config),
                Target = parsed.GetValue(target),
                AllowProd = parsed.GetValue(allowProd),
                PlatformFolder = parsed.GetValue(platform),
                LandingZone = parsed.GetValue(zone),
                EventsFile = parsed.GetValue(events),
                FeaturesFile = parsed.GetValue(features),
                CleanUp = withCleanUp && parsed.GetValue(CleanUp),
                DryRun = withCleanUp && parsed.GetValue(DryRun),
            },
            cancellationToken));
        return command.Parse(args).InvokeAsync();
    }

    private static void AddCleanUp(RootCommand command)
    {
        command.Add(CleanUp);
        command.Add(DryRun);
        command.Validators.Add(result =>
        {
            if (result.GetValue(DryRun) && !result.GetValue(CleanUp))
                result.AddError("--dry-run goes with --clean-up.");
        });
    }
}
