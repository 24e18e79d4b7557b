namespace Propensity.Workflow;

/// <summary>
/// The names of what the workflow makes. Everything is found by its name again, so that a second run makes nothing twice.
/// </summary>
public static class WorkflowNames
{
    public const string EventSchema = "CMLE synthetic events";
    public const string EventDataset = "CMLE synthetic events";
    public const string ProfileSchema = "CMLE synthetic profiles";
    public const string ProfileDataset = "CMLE synthetic profiles";
    public const string TrainingTable = "cmle_propensity_training";
    public const string FeatureTemplate = "CMLE propensity features";
    public const string ScoreSchema = "CMLE propensity scores";
    public const string ScoreDataset = "CMLE propensity scores";
    public const string ScoreFlow = "CMLE propensity scores from the landing zone";
    public const string ScoredAudience = "CMLE customers with a propensity";
    public const string Audience = "CMLE likely to subscribe";
    public const string UserIdField = "userid";
    public const string PropensityField = "propensity";

    /// <summary>
    /// The names of all resources. A schema that is made of a C# type has a field group of its own, which is called after it.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EventSchema, $"{EventSchema} fields", EventDataset, ProfileSchema, $"{ProfileSchema} fields", ProfileDataset, TrainingTable,
        FeatureTemplate, ScoreSchema, $"{ScoreSchema} fields", ScoreDataset, ScoreFlow, ScoredAudience, Audience,
    ];
}
