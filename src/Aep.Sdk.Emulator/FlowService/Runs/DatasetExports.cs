using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Exports a dataset to the landing zone: <c>{path}/{datasetId}/exportTime={time}/part-….parquet</c>.</summary>
internal sealed class DatasetExports(DatasetService datasets, BlobStore blobs, CloudFolders folders, TimeProvider time)
{
    public Task<RunResult> ExportAsync(Sandbox sandbox, JsonObject targetConnection, string datasetId)
    {
        CatalogDataset dataset = datasets.Find(sandbox, datasetId) ?? throw FlowErrors.NotFound("dataset", datasetId);
        JsonNode parameters = targetConnection["params"]!;
        string type = ((string?)parameters["datasetFileType"] ?? "parquet").ToLowerInvariant();
        string compression = ((string?)parameters["compression"] ?? "none").ToLowerInvariant();
        IReadOnlyList<LakeSnapshot> snapshots = sandbox.Lake.Snapshots(dataset.Id);
        string[] files = [.. snapshots.SelectMany(snapshot => snapshot.Files)];
        long rows = snapshots.Sum(snapshot => snapshot.Rows);
        if (files.Length == 0)
            return Task.FromResult(new RunResult(0, 0, 0, 0, 0, 0, []));

        string folder = $"{((string?)parameters["path"] ?? "").Trim('/')}/{dataset.Id}/exportTime={time.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}".Trim('/');
        string temporary = blobs.TemporaryFile();
        Copy(files, temporary, Format(type, compression));
        long outputBytes = folders.Publish(sandbox, targetConnection, $"{folder}/part-00000-{Guid.NewGuid():N}{Extension(type, compression)}", temporary);
        long inputBytes = files.Sum(file => new FileInfo(file).Length);
        return Task.FromResult(new RunResult(rows, rows, inputBytes, outputBytes, files.Length, 1, []));
    }

    private static void Copy(string[] files, string target, string format)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string list = string.Join(", ", files.Select(DuckDb.Literal));
        command.CommandText = $"COPY (SELECT * FROM read_parquet([{list}], union_by_name = true)) TO {DuckDb.Literal(target)} ({format})";
        command.ExecuteNonQuery();
    }

    private static string Format(string type, string compression) => (type, compression) switch
    {
        ("parquet", "gzip") => "FORMAT parquet, COMPRESSION gzip",
        ("parquet", "none") => "FORMAT parquet, COMPRESSION uncompressed",
        ("parquet", "snappy") => "FORMAT parquet, COMPRESSION snappy",
        ("json", "gzip") => "FORMAT json, COMPRESSION gzip",
        ("json", "none") => "FORMAT json",
        _ => throw FlowErrors.Invalid($"datasetFileType '{type}' with compression '{compression}' is not supported."),
    };

    private static string Extension(string type, string compression) => (type, compression) switch
    {
        ("parquet", "gzip") => ".gz.parquet",
        ("parquet", "snappy") => ".snappy.parquet",
        ("json", "gzip") => ".json.gz",
        _ => $".{type}",
    };
}
