using System.Globalization;
using Aep.Sdk.LandingZones;
using CsvHelper;
using Parquet;
using Parquet.Serialization;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>The exported training dataset, all its columns, as one CSV file.</summary>
public static class TrainingCsv
{
    public static async Task WriteAsync(string path, LandingZoneContainer container, ExportFolder folder, CancellationToken cancellationToken = default)
    {
        await using StreamWriter text = OutputFile.Create(path);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        string[]? columns = null;
        foreach (LandingZoneFile file in TrainingExport.ParquetFiles(folder))
        {
            await using FileStream parquet = await TrainingExport.DownloadAsync(container, file, cancellationToken);
            columns = await WriteFileAsync(csv, parquet, columns, cancellationToken);
        }
    }

    // The header comes from the first file; every later one must have its columns.
    private static async Task<string[]> WriteFileAsync(CsvWriter csv, Stream parquet, string[]? columns, CancellationToken cancellationToken)
    {
        int groups;
        await using (ParquetReader reader = await ParquetReader.CreateAsync(parquet, leaveStreamOpen: true, cancellationToken: cancellationToken))
        {
            groups = reader.RowGroupCount;
            if (columns is null)
            {
                columns = [.. reader.Schema.GetDataFields().Select(field => field.Name)];
                await WriteLineAsync(csv, columns);
            }
        }
        for (int group = 0; group < groups; group++)
        {
            parquet.Position = 0;
            var rows = await ParquetSerializer.DeserializeUntypedAsync(parquet, null, group, cancellationToken);
            foreach (var row in rows.Data)
                await WriteLineAsync(csv, columns.Select(column => row.GetValueOrDefault(column)));
        }
        return columns;
    }

    private static async Task WriteLineAsync(CsvWriter csv, IEnumerable<object?> values)
    {
        foreach (object? value in values)
            csv.WriteField(value is DateTime time ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : value);
        await csv.NextRecordAsync();
    }
}
