using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Schemas;
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

    /// <summary>Tells of something on the platform that a step has made or found, and notes it for the report.</summary>
    public void Made(string kind, string name, string id)
    {
        Results.Resources.Add(new CreatedResource(kind, name, id));
        Console.Say($"  {kind,-12} {name}: {id}");
    }

    /// <summary>The field group and the schema of a C# type.</summary>
    public void Made(AppliedSchema applied)
    {
        Made("field group", applied.FieldGroup.Title, applied.FieldGroup.Id);
        Made("schema", applied.Schema.Title, applied.Schema.Id);
    }

    /// <summary>Writes ids into the configuration file, where the later steps find them.</summary>
    public async Task RememberAsync(string section, CancellationToken cancellationToken, params (string Key, string Value)[] ids)
    {
        foreach ((string key, string value) in ids)
            Config.Set(section, key, value);
        await Config.SaveAsync(cancellationToken);
    }

    /// <summary>A dataset whose id an earlier step has written into the configuration file.</summary>
    /// <param name="aep">The client.</param>
    /// <param name="section">Section of the file.</param>
    /// <param name="key">Key of the id.</param>
    /// <param name="step">The step that writes it: <c>step 1 (01.GenerateSyntheticData)</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepConfigurationException">The file does not have the key: the step has not run.</exception>
    /// <exception cref="WorkflowException">
    /// The dataset is not there: the step has run on another platform, or the dataset was deleted.
    /// </exception>
    public async Task<Dataset> DatasetOfAsync(AepClient aep, string section, string key, string step, CancellationToken cancellationToken)
    {
        string id = Config.Require(section, key, $"S{step[1..]} writes it: run that first.");
        try
        {
            return await aep.Datasets.GetAsync(id, cancellationToken);
        }
        catch (AepNotFoundException)
        {
            throw new WorkflowException($"{Config.Path} names the dataset {id} ({key}), which is not on this platform. Run {step} first.");
        }
    }

    /// <summary>The dataset that step 2 has made.</summary>
    public Task<Dataset> TrainingDatasetAsync(AepClient aep, CancellationToken cancellationToken) =>
        DatasetOfAsync(aep, "Platform", "featurized_dataset_id", "step 2 (02.ExploreAndFeaturize)", cancellationToken);

    /// <summary>How it is exported, by the section [Cloud].</summary>
    public LandingZoneExport TrainingExport => Cloud("data_format") switch
    {
        "parquet" => LandingZoneExport.Parquet(Cloud("export_path"), Cloud("compression_type")),
        "json" => LandingZoneExport.Json(Cloud("export_path"), Cloud("compression_type")),
        string other => throw new WorkflowException($"data_format in {Config.Path} is {other}; it must be parquet or json."),
    };

    /// <summary>Opens the landing zone that exports go to.</summary>
    public Task<LandingZoneContainer> OpenExportsAsync(AepClient aep, CancellationToken cancellationToken) =>
        LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, LandingZone, cancellationToken);

    /// <summary>A value of the section [Cloud], which the example file fills.</summary>
    public string Cloud(string key) => Config.Require("Cloud", key, "conf/config.example.ini shows its usual value.");
}
