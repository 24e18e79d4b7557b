using Microsoft.ML;

namespace Propensity.Training;

/// <summary>The models, best first, and how the rows were split.</summary>
public sealed record TrainingOutcome(
    IReadOnlyList<ModelEvaluation> Evaluations,
    ITransformer Champion,
    DataViewSchema Schema,
    int TrainingRows,
    int HeldOutRows,
    double PositiveRate,
    IReadOnlyList<string> Notes);
