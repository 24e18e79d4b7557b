using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Writes datasets as files: <c>{path}/{datasetId}/exportTime={time}/part-….parquet</c>, or in a folder by the template of the flow.</summary>
internal sealed class DatasetExports(
    DatasetService datasets, BlobStore blobs, CloudFolders folders, ExportManifest manifests, AepEmulatorOptions options, TimeProvider time)
{
    public RunResult Export(Sandbox sandbox, JsonObject flow, JsonObject target, ExportOrder order, RunContext context)
    {
        ExportFormat format = ExportFormat.OfDatasets(target["params"]);
        RunResult total = RunResult.Nothing;
        var files = new List<ExportedFile>();
        foreach (string id in order.Datasets)
        {
            CatalogDataset dataset = datasets.Find(sandbox, id) ?? throw FlowErrors.NotFound("dataset", id);
            IReadOnlyList<LakeSnapshot> snapshots = order.Incremental ? ExportMarks.NewSnapshots(sandbox, context.FlowId, id) : sandbox.Lake.Snapshots(id);
            if (snapshots.Any(snapshot => snapshot.Rows > 0))
            {
                files.Add(Write(sandbox, target, Folder(sandbox, flow, target, dataset, context), snapshots, format));
                total = total.Add(Moved(snapshots, files[^1]));
            }
            if (order.Incremental)
                ExportMarks.Set(sandbox, context.FlowId, id, snapshots);
        }
        manifests.Write(sandbox, target, context, files);
        return total;
    }

    private static RunResult Moved(IReadOnlyList<LakeSnapshot> snapshots, ExportedFile file)
    {
        string[] inputs = [.. snapshots.SelectMany(snapshot => snapshot.Files)];
        long rows = snapshots.Sum(snapshot => snapshot.Rows);
        return new RunResult(rows, rows, inputs.Sum(input => new FileInfo(input).Length), file.Bytes, inputs.Length, 1, []);
    }

    private ExportedFile Write(Sandbox sandbox, JsonObject target, string folder, IReadOnlyList<LakeSnapshot> snapshots, ExportFormat format)
    {
        string temporary = blobs.TemporaryFile();
        try
        {
            Copy(snapshots.SelectMany(snapshot => snapshot.Files), temporary, format.Copy!);
            string name = $"part-00000-{Guid.NewGuid():N}{format.Extension}";
            return new ExportedFile(folder, name, folders.Publish(sandbox, target, $"{folder}/{name}".TrimStart('/'), temporary));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string Folder(Sandbox sandbox, JsonObject flow, JsonObject target, CatalogDataset dataset, RunContext context)
    {
        string? template = flow["scheduleParams"]?["foldernameTemplate"]?.ToString();
        string below = template is null
            ? $"{dataset.Id}/exportTime={time.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}"
            : NameMacros.Fill(template, Macros(sandbox, flow, target, dataset), context.ScheduledTime);
        return $"{CloudFolders.FolderOf(target)}/{below.Trim('/')}".Trim('/');
    }

    private Dictionary<string, string> Macros(Sandbox sandbox, JsonObject flow, JsonObject target, CatalogDataset dataset)
    {
        Dictionary<string, string> macros = DestinationNames.Macros(sandbox, flow, target, options);
        macros["DATASET_ID"] = dataset.Id;
        return macros;
    }

    private static void Copy(IEnumerable<string> files, string target, string format)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string list = string.Join(", ", files.Select(DuckDb.Literal));
        command.CommandText = $"COPY (SELECT * FROM read_parquet([{list}], union_by_name = true)) TO {DuckDb.Literal(target)} ({format})";
        command.ExecuteNonQuery();
    }
}
