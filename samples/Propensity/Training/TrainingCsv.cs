using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The exported training dataset, all its columns, as one CSV file.</summary>
public static class TrainingCsv
{
    public static async Task WriteAsync(string path, IAsyncEnumerable<JsonObject> rows, CancellationToken cancellationToken = default)
    {
        await using StreamWriter text = OutputFile.Create(path);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        string[]? columns = null;
        await foreach (JsonObject row in rows.WithCancellation(cancellationToken))
        {
            // The header comes from the first row; every file of the export has the same columns.
            if (columns is null)
                await WriteLineAsync(csv, columns = [.. row.Select(member => member.Key)]);
            await WriteLineAsync(csv, columns.Select(column => row[column]?.ToString()));
        }
    }

    private static async Task WriteLineAsync(CsvWriter csv, IEnumerable<string?> values)
    {
        foreach (string? value in values)
            csv.WriteField(value);
        await csv.NextRecordAsync();
    }
}
