using Propensity.Training;

namespace Propensity.Report;

/// <summary>Step 4: the models, best first.</summary>
public sealed record TrainedModel(
    IReadOnlyList<ModelEvaluation> Evaluations, int Version, int TrainingRows, int HeldOutRows, double PositiveRate,
    IReadOnlyList<string> Notes);
