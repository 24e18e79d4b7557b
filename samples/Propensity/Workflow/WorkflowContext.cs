using Aep.Sdk;
using Aep.Sdk.LandingZones;
using Propensity.Report;
using Propensity.Simulation;

namespace Propensity.Workflow;

/// <summary>What the steps share: the options, the configuration file, the console, and what each has found.</summary>
public sealed class WorkflowContext(RunOptions options, AepIniFile config, StepConsole console)
{
    public RunOptions Options { get; } = options;

    /// <summary>The configuration file; steps write the ids of what they have made into it.</summary>
    public AepIniFile Config { get; } = config;

    public StepConsole Console { get; } = console;

    /// <summary>What the steps have found, for the report.</summary>
    public WorkflowResults Results { get; } = new();

    /// <summary>How the landing zone is reached: a bucket on this machine has an address of its own.</summary>
    public LandingZoneOptions? LandingZone { get; init; }

    public SimulationOptions Simulation => new(Options.Users, Options.Seed);

    public string ModelsFolder => Path.Combine(Options.OutputFolder, "models");

    /// <summary>The scores of all users: <c>userId,prediction</c>.</summary>
    public string ScoresFile => Path.Combine(Options.OutputFolder, "scores.csv");

    /// <summary>The scores of the users whom the model has not learned from, with what they did.</summary>
    public string HeldOutFile => Path.Combine(Options.OutputFolder, "held-out.csv");

    /// <summary>A value of the section [Cloud], which the example file fills.</summary>
    public string Cloud(string key) => Config.Require("Cloud", key, "conf/config.example.ini shows its usual value.");
}
