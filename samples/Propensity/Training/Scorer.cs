using Microsoft.ML;

namespace Propensity.Training;

/// <summary>Applies a model to users, a batch at a time.</summary>
public sealed class Scorer(MLContext context, ITransformer model)
{
    private const int BatchSize = 10_000;

    // Six digits say all that a propensity says, and read well in a file and in a rule.
    private const int Digits = 6;

    public async IAsyncEnumerable<UserScore> ScoreAsync(IAsyncEnumerable<TrainingRow> rows)
    {
        await foreach (TrainingRow[] batch in rows.Chunk(BatchSize))
        {
            IDataView predicted = model.Transform(context.Data.LoadFromEnumerable(batch));
            foreach (Prediction prediction in context.Data.CreateEnumerable<Prediction>(predicted, reuseRowObject: false))
                yield return new UserScore(prediction.UserId, Math.Round(prediction.Probability, Digits)) { Subscribed = prediction.Label };
        }
    }
}
