namespace Propensity.Workflow;

/// <summary>The names of what the workflow makes. Everything is found by its name again, so that a second run makes nothing twice.</summary>
public static class WorkflowNames
{
    public const string EventFields = "CMLE synthetic event fields";
    public const string EventSchema = "CMLE synthetic events";
    public const string EventDataset = "CMLE synthetic events";
    public const string ProfileFields = "CMLE synthetic profile fields";
    public const string ProfileSchema = "CMLE synthetic profiles";
    public const string ProfileDataset = "CMLE synthetic profiles";
    public const string TrainingTable = "cmle_propensity_training";
    public const string FeatureTemplate = "CMLE propensity features";
    public const string ScoreFields = "CMLE propensity score fields";
    public const string ScoreSchema = "CMLE propensity scores";
    public const string ScoreDataset = "CMLE propensity scores";
    public const string ScoreFlow = "CMLE propensity scores from the landing zone";
    public const string ScoredAudience = "CMLE customers with a propensity";
    public const string Audience = "CMLE likely to subscribe";
    public const string UserIdField = "userid";
    public const string PropensityField = "propensity";
    public const string IdentityNamespace = "ECID";

    /// <summary>The names of all resources.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EventFields, EventSchema, EventDataset, ProfileFields, ProfileSchema, ProfileDataset, TrainingTable, FeatureTemplate,
        ScoreFields, ScoreSchema, ScoreDataset, ScoreFlow, ScoredAudience, Audience,
    ];
}
