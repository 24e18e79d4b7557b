namespace Propensity.Training;

/// <summary>How much AUC is lost when a feature is shuffled.</summary>
public sealed record FeatureImportance(string Feature, double AucLoss);
