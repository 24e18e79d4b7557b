namespace Propensity.Training;

/// <summary>How a model did on users that it had not seen.</summary>
public sealed record ModelEvaluation(
    string Model, double Auc, double Accuracy, double LogLoss, ConfusionMatrix Confusion, IReadOnlyList<RocPoint> Roc,
    IReadOnlyList<FeatureImportance> Importance);
