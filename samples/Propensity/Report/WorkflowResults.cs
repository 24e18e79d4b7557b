namespace Propensity.Report;

/// <summary>What the steps have found. Each step sets its own part.</summary>
public sealed class WorkflowResults
{
    public GeneratedData? Generated { get; set; }

    public ExploredData? Explored { get; set; }

    public FeaturizedData? Featurized { get; set; }

    public ExportedData? Exported { get; set; }

    public TrainedModel? Trained { get; set; }

    public ScoredProfiles? Scored { get; set; }

    public IngestedScores? Ingested { get; set; }

    public ActivatedAudience? Audience { get; set; }

    /// <summary>How long each step took, in seconds, in the order of the steps.</summary>
    public OrderedDictionary<string, double> StepSeconds { get; } = [];

    /// <summary>What was created or reused on the platform: kind, name, id.</summary>
    public IList<CreatedResource> Resources { get; } = [];
}
