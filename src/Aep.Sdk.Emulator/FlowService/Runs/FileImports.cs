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
    FlowResources resources, FlowRuns runs, DropZoneFiles dropZone, BlobStore blobs, DatasetService datasets, SchemaRegistryService registry,
    BatchService batches, RowMapper mapper, BackgroundWork work, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
    private readonly ConcurrentDictionary<string, ITimer> _later = new();

    /// <summary>Looks for files that a flow has not read yet, in the background; before the flow's start, when that has come.</summary>
    public void LookForFiles(Sandbox sandbox, string flowId)
    {
        if (FindImport(sandbox, flowId) is not { } flow)
            return;
        TimeSpan wait = FlowSchedule.UntilStart(flow, time.GetUtcNow());
        if (wait > TimeSpan.Zero)
            LookLater(sandbox, flowId, wait);
        else // A failure belongs to the run, which has written it down.
            work.Start($"import of flow {flowId}", cancellationToken => ReadNewFilesAsync(sandbox, flowId, cancellationToken), _ => { });
    }

    public void LookForFiles(Sandbox sandbox)
    {
        foreach (JsonObject flow in sandbox.Documents[FlowKinds.Flows].All())
            LookForFiles(sandbox, (string)flow["id"]!);
    }

    public void Dispose()
    {
        foreach (ITimer timer in _later.Values)
            timer.Dispose();
    }

    // A flow may be deleted while a file arrives: it is no import then, and the upload is none of its business.
    private static JsonObject? FindImport(Sandbox sandbox, string flowId)
    {
        JsonObject? flow = sandbox.Documents[FlowKinds.Flows].Find(flowId);
        return (string?)flow?["flowSpec"]?["id"] == SpecCatalog.CloudStorageToPlatform ? flow : null;
    }

    // One timer a flow, in steps: a timer has a longest time.
    private void LookLater(Sandbox sandbox, string flowId, TimeSpan wait)
    {
        ITimer timer = time.CreateTimer(
            _ => LookForFiles(sandbox, flowId), null, wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        _later.AddOrUpdate(flowId, timer, (_, earlier) =>
        {
            earlier.Dispose();
            return timer;
        });
    }

    /// <summary>Reads the files that are new now, as one run.</summary>
    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, JsonObject flow) => runs.Start(sandbox, (string)flow["id"]!, async cancellationToken =>
    {
        SemaphoreSlim gate = _gates.GetOrAdd((string)flow["id"]!, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            IReadOnlyList<StoredBlob> files = dropZone.NewFiles(sandbox, flow);
            return files.Count == 0 ? new RunResult(0, 0, 0, 0, 0, 0, []) : await ImportAsync(sandbox, flow, files, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    });

    private async Task ReadNewFilesAsync(Sandbox sandbox, string flowId, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates.GetOrAdd(flowId, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
            IReadOnlyList<StoredBlob> files = (string?)flow["state"] == "enabled" ? dropZone.NewFiles(sandbox, flow) : [];
            if (files.Count == 0)
                return;
            await runs.RunAsync(sandbox, flowId, token => ImportAsync(sandbox, flow, files, token), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<RunResult> ImportAsync(Sandbox sandbox, JsonObject flow, IReadOnlyList<StoredBlob> files, CancellationToken cancellationToken)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        CatalogDataset dataset = datasets.Find(sandbox, (string)target["params"]!["dataSetId"]!) ?? throw FlowErrors.NotFound("dataset", "of the target connection");
        XdmSchema schema = registry.Resolve(sandbox, dataset.SchemaId)!;
        IReadOnlyList<Mapping> mappings = Mappings(sandbox, flow);
        SourceFormat format = SourceFormat.Of(resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!));
        // Whatever becomes of them, these files are not read again: rows are never doubled by a second look.
        DropZoneFiles.Remember(sandbox, (string)flow["id"]!, files);

        var definition = new BatchDefinition(dataset.Id, "json", IsMultiLineJson: false, ErrorDiagnostics: true, FlowOptions.PartialIngestionPercent(flow));
        string batchId = batches.Create(sandbox, definition, "flow service");
        IReadOnlyDictionary<string, MappedRows> mapped = await StageAllAsync(sandbox, dataset, schema, mappings, format, batchId, files, cancellationToken);
        BatchOutcome outcome = await batches.CompleteAndProcessAsync(sandbox, batchId, cancellationToken);
        long bytes = files.Sum(file => file.Length);
        return new RunResult(mapped.Values.Sum(rows => rows.Total), outcome.Written, bytes, bytes, files.Count, 1,
            [.. outcome.Errors.Select(error => $"{error.File} row {error.Row}: {mapped.GetValueOrDefault(error.File)?.FailureOf(error.Row) ?? error.Message}")]);
    }

    private async Task<IReadOnlyDictionary<string, MappedRows>> StageAllAsync(
        Sandbox sandbox, CatalogDataset dataset, XdmSchema schema, IReadOnlyList<Mapping> mappings, SourceFormat format, string batchId, IReadOnlyList<StoredBlob> files, CancellationToken cancellationToken)
    {
        try
        {
            var rows = new Dictionary<string, MappedRows>();
            foreach (StoredBlob file in files)
                rows[file.Name] = await StageAsync(sandbox, dataset, schema, mappings, format, batchId, file, cancellationToken);
            return rows;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Nobody else would close it: the batch would be loading for ever.
            batches.Fail(sandbox, batchId);
            throw;
        }
    }

    private async Task<MappedRows> StageAsync(
        Sandbox sandbox, CatalogDataset dataset, XdmSchema schema, IReadOnlyList<Mapping> mappings, SourceFormat format, string batchId, StoredBlob file, CancellationToken cancellationToken)
    {
        string scratch = blobs.TemporaryFile();
        try
        {
            await using FileStream json = new(scratch, FileMode.CreateNew, FileAccess.ReadWrite);
            MappedRows rows = await mapper.WriteJsonAsync(file.File, format, mappings, schema, json, cancellationToken);
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
}
