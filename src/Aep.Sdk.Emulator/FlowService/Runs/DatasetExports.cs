using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.FlowService.Landing;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Writes datasets as files: <c>{path}/{datasetId}/exportTime={time}/part-….parquet</c>, or in a folder by the template of the flow.
/// </summary>
internal sealed class DatasetExports(DatasetService datasets, ExportLanding landing, CloudFolders folders, AepEmulatorOptions options)
{
    private const string SnapshotMember = "snapshot";

    public async Task<RunResult> ExportAsync(
        Sandbox sandbox, JsonObject flow, JsonObject target, ExportOrder order, RunContext context, CancellationToken cancellationToken)
    {
        ExportFormat format = ExportFormat.OfDatasets(target["params"]);
        RunResult total = RunResult.Nothing;
        using IDisposable reading = sandbox.Lake.StartReading();
        using StagedExport export = landing.Begin(sandbox, target, context);
        foreach (string id in order.Datasets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CatalogDataset dataset = datasets.Find(sandbox, id) ?? throw FlowErrors.NotFound("dataset", id);
            IReadOnlyList<LakeSnapshot> snapshots = order.Incremental
                ? NewSnapshots(sandbox, context.FlowId, id)
                : sandbox.Lake.Snapshots(id);
            if (snapshots.Any(snapshot => snapshot.Rows > 0))
            {
                string folder = FolderOf(export, flow, dataset);
                total = total.Add(Moved(snapshots, await WriteAsync(export, folder, snapshots, format, cancellationToken)));
            }
            if (order.Incremental && snapshots.Count > 0)
                export.Mark(id, new JsonObject { [SnapshotMember] = snapshots[^1].Id });
        }
        await ExportManifest.AddAsync(export, cancellationToken);
        return landing.Land(export, total);
    }

    /// <summary>The commits since the last incremental export; all of them before the first.</summary>
    private static IReadOnlyList<LakeSnapshot> NewSnapshots(Sandbox sandbox, string flowId, string datasetId)
    {
        long done = (long?)ExportMarks.Find(sandbox, flowId, datasetId)?[SnapshotMember] ?? long.MinValue;
        return [.. sandbox.Lake.Snapshots(datasetId).Where(snapshot => snapshot.Id > done)];
    }

    private static RunResult Moved(IReadOnlyList<LakeSnapshot> snapshots, ExportedFile file)
    {
        string[] inputs = [.. snapshots.SelectMany(snapshot => snapshot.Files)];
        long rows = snapshots.Sum(snapshot => snapshot.Rows);
        return new RunResult(rows, rows, inputs.Sum(input => new FileInfo(input).Length), file.Bytes, inputs.Length, 1, []);
    }

    private static Task<ExportedFile> WriteAsync(
        StagedExport export, string folder, IReadOnlyList<LakeSnapshot> snapshots, ExportFormat format, CancellationToken token) =>
        export.AddAsync(folder, $"part-00000-{export.Run.RunId}{format.Extension}", file =>
            ParquetCopy.RunAsync(snapshots.SelectMany(snapshot => snapshot.Files), file, format, token));

    private string FolderOf(StagedExport export, JsonObject flow, CatalogDataset dataset)
    {
        string? template = flow["scheduleParams"]?["foldernameTemplate"]?.ToString();
        if (template is null)
            return FreeFolder(export, dataset.Id);
        string below = NameMacros.Fill(template, Macros(export, flow, dataset), export.Run.ScheduledTime);
        // What macros stand for are names that anybody may have given.
        if (below.Split('/', '\\').Any(step => step is "." or ".."))
            throw FlowErrors.Invalid($"The folder '{below}' of the dataset {dataset.Id} must not leave that of the destination.");
        return $"{CloudFolders.FolderOf(export.Target)}/{below.Trim('/')}".Trim('/');
    }

    // On AEP no two exports are so near to each other that they would share a folder; here they may come within a second.
    private string FreeFolder(StagedExport export, string datasetId)
    {
        for (DateTime time = export.Run.StartedAt.UtcDateTime; ; time = time.AddSeconds(1))
        {
            string name = $"{datasetId}/exportTime={time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
            string folder = $"{CloudFolders.FolderOf(export.Target)}/{name}".Trim('/');
            if (!folders.IsTaken(export.Sandbox, export.Target, folder))
                return folder;
        }
    }

    private Dictionary<string, string> Macros(StagedExport export, JsonObject flow, CatalogDataset dataset)
    {
        Dictionary<string, string> macros = DestinationNames.Macros(export.Sandbox, flow, export.Target, options);
        macros["DATASET_ID"] = dataset.Id;
        macros["DATASET_NAME"] = dataset.Name.Replace('/', '_');
        return macros;
    }
}
