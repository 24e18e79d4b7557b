using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Source flows from the landing zone: delimited files of a folder go through a mapping set into a dataset, each file once.
/// The real platform looks at its interval; this one looks when a file has arrived.
/// </summary>
internal sealed class FileImports(
    FlowResources resources, FlowRuns runs, BlobStore blobs, StorageAccounts accounts, DatasetService datasets, SchemaRegistryService registry,
    BatchService batches, CsvMapper mapper, BackgroundWork work, TimeProvider time)
{
    private const string DoneKind = "importedFiles";
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    /// <summary>Looks for files that a flow has not read yet, in the background.</summary>
    public void LookForFiles(Sandbox sandbox, string flowId)
    {
        if (!IsImport(sandbox, flowId))
            return;
        // A failure belongs to the run, which has written it down.
        work.Start($"import of flow {flowId}", cancellationToken => ReadNewFilesAsync(sandbox, flowId, cancellationToken), _ => { });
    }

    public void LookForFiles(Sandbox sandbox)
    {
        foreach (JsonObject flow in sandbox.Documents[FlowKinds.Flows].All())
            LookForFiles(sandbox, (string)flow["id"]!);
    }

    private bool IsImport(Sandbox sandbox, string flowId) =>
        (string?)resources.Get(sandbox, FlowKinds.Flows, flowId)["flowSpec"]?["id"] == SpecCatalog.CloudStorageToPlatform;

    private async Task ReadNewFilesAsync(Sandbox sandbox, string flowId, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates.GetOrAdd(flowId, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
            IReadOnlyList<StoredBlob> files = IsDue(flow) ? NewFiles(sandbox, flow) : [];
            if (files.Count == 0)
                return;
            await runs.RunAsync(sandbox, flowId, token => ImportAsync(sandbox, flow, files, token), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsDue(JsonObject flow) =>
        (string?)flow["state"] == "enabled" && long.Parse(flow["scheduleParams"]?["startTime"]?.ToString() ?? "0", System.Globalization.CultureInfo.InvariantCulture) <= time.GetUtcNow().ToUnixTimeSeconds();

    private List<StoredBlob> NewFiles(Sandbox sandbox, JsonObject flow)
    {
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        string path = ((string?)source["params"]?["path"] ?? "").Trim('/');
        string container = BlobStore.UserContainer + "/";
        string prefix = (path + "/").StartsWith(container, StringComparison.Ordinal) ? (path + "/")[container.Length..] : path + "/";
        HashSet<string> done = [.. sandbox.Documents[DoneKind].Find((string)flow["id"]!)?["files"]?.AsArray().Select(file => (string)file!) ?? []];
        return [.. blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, prefix == "/" ? "" : prefix).Where(blob => !done.Contains(Key(blob)))];
    }

    private async Task<RunResult> ImportAsync(Sandbox sandbox, JsonObject flow, IReadOnlyList<StoredBlob> files, CancellationToken cancellationToken)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        CatalogDataset dataset = datasets.Find(sandbox, (string)target["params"]!["dataSetId"]!) ?? throw FlowErrors.NotFound("dataset", "of the target connection");
        XdmSchema schema = registry.Resolve(sandbox, dataset.SchemaId)!;
        IReadOnlyList<Mapping> mappings = Mappings(sandbox, flow);
        // Whatever becomes of them, these files are not read again: rows are never doubled by a second look.
        Remember(sandbox, (string)flow["id"]!, files);

        string batchId = batches.Create(sandbox, dataset.Id, "json", "flow service");
        long rows = 0;
        foreach (StoredBlob file in files)
            rows += await StageAsync(sandbox, dataset, schema, mappings, batchId, file, cancellationToken);
        BatchOutcome outcome = await batches.CompleteAndProcessAsync(sandbox, batchId, cancellationToken);
        long written = outcome.Status == BatchStatus.Success ? outcome.Records : 0;
        long bytes = files.Sum(file => file.Length);
        return new RunResult(rows, written, bytes, bytes, files.Count, 1, [.. outcome.Errors.Select(error => $"{error.File} row {error.Row}: {error.Message}")]);
    }

    private async Task<long> StageAsync(
        Sandbox sandbox, CatalogDataset dataset, XdmSchema schema, IReadOnlyList<Mapping> mappings, string batchId, StoredBlob file, CancellationToken cancellationToken)
    {
        string scratch = blobs.TemporaryFile();
        try
        {
            await using FileStream json = new(scratch, FileMode.CreateNew, FileAccess.ReadWrite);
            long rows = await mapper.WriteJsonAsync(file.File, mappings, schema, json, cancellationToken);
            json.Position = 0;
            await batches.WriteFileAsync(sandbox, batchId, dataset.Id, file.Name, json, cancellationToken);
            return rows;
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private static IReadOnlyList<Mapping> Mappings(Sandbox sandbox, JsonObject flow)
    {
        string? id = flow["transformations"]?.AsArray().FirstOrDefault(item => (string?)item?["name"] == "Mapping")?["params"]?["mappingId"]?.ToString();
        JsonObject set = (id is null ? null : sandbox.Documents[DataPrepRoom.Kind].Find(id))
            ?? throw new InvalidOperationException("The flow has no mapping set.");
        return Mapping.Of(set);
    }

    private static void Remember(Sandbox sandbox, string flowId, IReadOnlyList<StoredBlob> files)
    {
        JsonObject document = sandbox.Documents[DoneKind].Find(flowId) ?? new JsonObject { ["files"] = new JsonArray() };
        foreach (StoredBlob file in files)
            document["files"]!.AsArray().Add(Key(file));
        sandbox.Documents[DoneKind].Save(flowId, document);
    }

    // A file that is written again is a new one.
    private static string Key(StoredBlob blob) => $"{blob.Name} {blob.ETag}";
}
