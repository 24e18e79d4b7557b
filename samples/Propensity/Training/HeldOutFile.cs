using System.Globalization;
using Aep.Sdk.Segmentation;
using CsvHelper;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The scores of the users whom the model has not learned from, and what they did, as CSV.</summary>
public sealed class HeldOutFile : IAsyncDisposable
{
    private readonly CsvWriter _csv;

    private HeldOutFile(string path) => _csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);

    public static async Task<HeldOutFile> CreateAsync(string path)
    {
        var file = new HeldOutFile(path);
        file._csv.WriteHeader<LabelledScore>();
        await file._csv.NextRecordAsync();
        return file;
    }

    /// <summary>Lets scores through and writes down those of held-out users.</summary>
    public async IAsyncEnumerable<UserScore> TapAsync(IAsyncEnumerable<UserScore> scores)
    {
        await foreach (UserScore score in scores)
        {
            if (Trainer.IsHeldOut(score.UserId) && score.Subscribed is { } subscribed)
            {
                _csv.WriteRecord(new LabelledScore(score.Prediction, subscribed));
                await _csv.NextRecordAsync();
            }
            yield return score;
        }
    }

    /// <returns>The curve of these scores; null where nobody was held out.</returns>
    /// <exception cref="WorkflowException">The file is not there.</exception>
    public static ReachCurve? ReadCurve(string path)
    {
        if (!File.Exists(path))
            throw new WorkflowException($"The file {path} is missing. Run step 5 (05.ScoreProfiles) with the same --out first.");
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        LabelledScore[] scores = [.. csv.GetRecords<LabelledScore>()];
        return scores.Length > 0 ? ReachCurve.From(scores) : null;
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
