using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using Propensity.Events;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>Trains the models on most users and judges them on the others.</summary>
public static class Trainer
{
    private const double TrainingShare = 0.8;
    private const int Seed = 1;
    private const int Permutations = 3;

    public static TrainingOutcome Train(IReadOnlyList<TrainingRow> rows)
    {
        var context = new MLContext(Seed);
        // Split by user, by a hash: a user is on the same side in every run, and never on both. In the order of the ids, for files come in
        // any order, and what is shuffled depends on it.
        ILookup<bool, TrainingRow> split = rows.OrderBy(row => row.UserId, StringComparer.Ordinal)
            .ToLookup(row => IsForTraining(row.UserId));
        TrainingRow[] held = [.. split[false]];
        if (held.All(row => row.Label) || !held.Any(row => row.Label))
            throw new WorkflowException(
                $"The {held.Length} held-out users are all subscribers, or none is: a model cannot be judged. "
                + "Simulate more users (--users).");
        IDataView trainingData = View(context, split[true]), heldData = View(context, held);

        var notes = new List<string>();
        var models = new List<(ModelEvaluation Evaluation, ITransformer Model)>();
        foreach ((string name, IEstimator<ITransformer> pipeline) in Trainers.All(context))
        {
            try
            {
                ITransformer model = pipeline.Fit(trainingData);
                models.Add((Evaluate(context, name, model, heldData), model));
            }
            catch (Exception exception) when (Trainers.IsMissingLibrary(exception))
            {
                notes.Add(
                    $"{name} was left out: its native library cannot be loaded ({exception.GetBaseException().Message}). "
                    + "On Debian, libgomp1 is missing.");
            }
        }
        (ModelEvaluation Evaluation, ITransformer Model)[] ranked = [.. models.OrderByDescending(model => model.Evaluation.Auc)];
        return new TrainingOutcome(
            [.. ranked.Select(model => model.Evaluation)], ranked[0].Model, trainingData.Schema,
            rows.Count - held.Length, held.Length, rows.Average(row => row.Label ? 1.0 : 0.0), notes);
    }

    /// <summary>Whether a user is one of those whom the models have not learned from.</summary>
    public static bool IsHeldOut(string userId) => !IsForTraining(userId);

    private static bool IsForTraining(string userId) =>
        MurmurHash3.Hash128(Encoding.UTF8.GetBytes(userId)).First / (double)ulong.MaxValue < TrainingShare;

    // Slot names let the importance be told by feature.
    private static IDataView View(MLContext context, IEnumerable<TrainingRow> rows)
    {
        var definition = SchemaDefinition.Create(typeof(TrainingRow));
        int count = FeatureRow.FeatureNames.Count;
        VBuffer<ReadOnlyMemory<char>> names = new(count, [.. FeatureRow.FeatureNames.Select(name => name.AsMemory())]);
        definition[nameof(TrainingRow.Features)].AddAnnotation(
            "SlotNames", names, new VectorDataViewType(TextDataViewType.Instance, count));
        return context.Data.LoadFromEnumerable(rows, definition);
    }

    private static ModelEvaluation Evaluate(MLContext context, string name, ITransformer model, IDataView held)
    {
        IDataView predicted = model.Transform(held);
        CalibratedBinaryClassificationMetrics metrics = context.BinaryClassification.Evaluate(predicted, nameof(TrainingRow.Label));
        Prediction[] predictions = [.. context.Data.CreateEnumerable<Prediction>(predicted, reuseRowObject: false)];
        int Count(bool label, bool guess) =>
            predictions.Count(prediction => prediction.Label == label && prediction.Probability >= 0.5f == guess);
        return new ModelEvaluation(
            name, metrics.AreaUnderRocCurve, metrics.Accuracy, metrics.LogLoss,
            new ConfusionMatrix(Count(true, true), Count(false, true), Count(false, false), Count(true, false)),
            RocCurve.Of(predictions), Importance(context, model, held));
    }

    private static IReadOnlyList<FeatureImportance> Importance(MLContext context, ITransformer model, IDataView held) =>
        [.. context.BinaryClassification
            .PermutationFeatureImportanceNonCalibrated(model, held, nameof(TrainingRow.Label), permutationCount: Permutations)
            .Select(feature => new FeatureImportance(feature.Key, -feature.Value.AreaUnderRocCurve.Mean))
            .OrderByDescending(feature => feature.AucLoss)];
}
