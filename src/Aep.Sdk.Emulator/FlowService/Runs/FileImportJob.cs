using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Takes files of the landing zone through the mapping set of a flow into its dataset, as one batch.</summary>
internal sealed class FileImportJob(
    FlowResources resources, BlobStore blobs, DatasetService datasets, SchemaRegistryService registry, BatchService batches,
    RowMapper mapper)
{
    public async Task<RunResult> RunAsync(
        Sandbox sandbox, JsonObject flow, IReadOnlyList<StoredBlob> files, string runId, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return RunResult.Nothing;
        ImportTarget target = Target(sandbox, flow);
        var definition = new BatchDefinition(
            target.DatasetId, "json", IsMultiLineJson: false, ErrorDiagnostics: true, FlowOptions.PartialIngestionPercent(flow));
        string batchId = batches.Create(sandbox, definition, "flow service");
        // Before the first row: after a stop it must be clear which batch the files went into.
        RunInputs.Save(sandbox, runId, ImportInput.Of(files.Select(DropZoneFiles.Key), batchId));
        IReadOnlyDictionary<string, MappedRows> mapped = await StageAllAsync(sandbox, target, batchId, files, cancellationToken);
        BatchOutcome outcome = await batches.CompleteAndProcessAsync(sandbox, batchId, cancellationToken);
        long bytes = files.Sum(file => file.Length);
        RunError[] errors = [.. outcome.Errors.Select(error => Describe(error, mapped))];
        return new RunResult(mapped.Values.Sum(rows => rows.Total), outcome.Written, bytes, outcome.Metrics.OutputBytes, files.Count, 1,
            errors)
        { BatchId = batchId };
    }

    private static RunError Describe(RowError error, IReadOnlyDictionary<string, MappedRows> mapped) =>
        mapped.GetValueOrDefault(error.File)?.FailureOf(error.Row) is { } failure
            ? failure with { Message = $"{error.File} row {error.Row}: {failure.Message}" }
            : new RunError(error.Code, $"{error.File} row {error.Row}: {error.Message}");

    private ImportTarget Target(Sandbox sandbox, JsonObject flow)
    {
        JsonObject connection = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        CatalogDataset dataset = datasets.Find(sandbox, (string)connection["params"]!["dataSetId"]!)
            ?? throw FlowErrors.NotFound("dataset", "of the target connection");
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        return new ImportTarget(
            dataset.Id, registry.Resolve(sandbox, dataset.SchemaId)!, FlowMappings.Of(sandbox, flow), SourceFormat.Of(source));
    }

    private async Task<IReadOnlyDictionary<string, MappedRows>> StageAllAsync(
        Sandbox sandbox, ImportTarget target, string batchId, IReadOnlyList<StoredBlob> files, CancellationToken cancellationToken)
    {
        try
        {
            var rows = new Dictionary<string, MappedRows>();
            foreach (StoredBlob file in files)
                rows[file.Name] = await StageAsync(sandbox, target, batchId, file, cancellationToken);
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
        Sandbox sandbox, ImportTarget target, string batchId, StoredBlob file, CancellationToken cancellationToken)
    {
        string scratch = blobs.TemporaryFile();
        try
        {
            await using FileStream json = new(scratch, FileMode.CreateNew, FileAccess.ReadWrite);
            MappedRows rows =
                await mapper.WriteJsonAsync(file.File, target.Format, target.Mappings, target.Schema, json, cancellationToken);
            json.Position = 0;
            await batches.WriteFileAsync(sandbox, batchId, target.DatasetId, file.Name, json, cancellationToken);
            return rows;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"{file.Name}: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private sealed record ImportTarget(string DatasetId, XdmSchema Schema, IReadOnlyList<Mapping> Mappings, SourceFormat Format);
}
