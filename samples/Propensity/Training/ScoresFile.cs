using System.Globalization;
using CsvHelper;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>Scores as CSV with the header <c>userId,prediction</c>, the columns that the mapping set of step 6 names.</summary>
public static class ScoresFile
{
    public const string UserIdColumn = "userId";
    public const string PredictionColumn = "prediction";

    /// <returns>How many scores were written.</returns>
    public static async Task<long> WriteAsync(
        string path, IAsyncEnumerable<UserScore> scores, CancellationToken cancellationToken = default)
    {
        await using var text = new StreamWriter(path);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        csv.WriteField(UserIdColumn);
        csv.WriteField(PredictionColumn);
        await csv.NextRecordAsync();
        long count = 0;
        await foreach (UserScore score in scores.WithCancellation(cancellationToken))
        {
            csv.WriteField(score.UserId);
            csv.WriteField(score.Prediction);
            await csv.NextRecordAsync();
            count++;
        }
        return count;
    }

    /// <summary>The scores, read as they are asked for: a large file takes no memory.</summary>
    /// <exception cref="WorkflowException">The file is not there.</exception>
    public static IEnumerable<UserScore> Read(string path) => File.Exists(path)
        ? ReadRows(path)
        : throw new WorkflowException($"The file {path} is missing. Run step 5 (05.ScoreProfiles) with the same --out first.");

    private static IEnumerable<UserScore> ReadRows(string path)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        if (!csv.Read() || !csv.ReadHeader() || new[] { UserIdColumn, PredictionColumn }.Except(csv.HeaderRecord!).Any())
            throw new WorkflowException(
                $"{path} has not the columns {UserIdColumn} and {PredictionColumn}. Run step 5 (05.ScoreProfiles) again.");
        while (csv.Read())
            yield return new UserScore(csv.GetField(UserIdColumn)!, csv.GetField<double>(PredictionColumn));
    }
}
