using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Propensity.Training;

/// <summary>The models that compete.</summary>
internal static class Trainers
{
    public const string LightGbm = "LightGBM";
    public const string LogisticRegression = "logistic regression";

    public static IReadOnlyList<(string Name, IEstimator<ITransformer> Pipeline)> All(MLContext context) =>
    [
        // One thread: with several, the sums of the histograms depend on who comes first.
        (LightGbm, context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(TrainingRow.Label),
            FeatureColumnName = nameof(TrainingRow.Features),
            NumberOfLeaves = 16,
            MinimumExampleCountPerLeaf = 10,
            NumberOfIterations = 100,
            LearningRate = 0.08,
            NumberOfThreads = 1,
            Seed = 1,
        })),
        (LogisticRegression, context.Transforms.NormalizeMeanVariance(nameof(TrainingRow.Features))
            .Append(
                context.BinaryClassification.Trainers.LbfgsLogisticRegression(nameof(TrainingRow.Label), nameof(TrainingRow.Features)))),
    ];

    /// <summary>LightGBM is native and needs OpenMP; a machine may lack it.</summary>
    public static bool IsMissingLibrary(Exception exception) =>
        exception is DllNotFoundException || exception.InnerException is { } inner && IsMissingLibrary(inner);
}
