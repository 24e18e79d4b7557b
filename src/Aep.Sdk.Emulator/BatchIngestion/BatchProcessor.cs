using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Turns the uploads of a batch into typed Parquet in the lake: the good rows as one commit, or nothing.</summary>
internal sealed class BatchProcessor(StagingArea staging, SchemaRegistryService registry) : IDisposable
{
    // A hundred batches may be completed at once; each takes a processor and its memory.
    private readonly SemaphoreSlim _slots = new(2);

    /// <param name="sandbox">Where.</param>
    /// <param name="dataset">Whose schema the rows must fit.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="definition">How its files are to be read.</param>
    /// <param name="commit">Adds files with so many rows to the dataset; null if the batch was aborted.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<BatchOutcome> ProcessAsync(
        Sandbox sandbox,
        CatalogDataset dataset,
        string batchId,
        BatchDefinition definition,
        Func<IReadOnlyList<string>, long, LakeSnapshot?> commit,
        CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await ValidateAndCommitAsync(sandbox, dataset, batchId, definition, commit, cancellationToken);
        }
        finally
        {
            _slots.Release();
            staging.ClearScratch(sandbox, batchId);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<BatchOutcome> ValidateAndCommitAsync(
        Sandbox sandbox,
        CatalogDataset dataset,
        string batchId,
        BatchDefinition definition,
        Func<IReadOnlyList<string>, long, LakeSnapshot?> commit,
        CancellationToken cancellationToken)
    {
        XdmSchema schema = registry.Resolve(sandbox, dataset.SchemaId)
            ?? throw new InvalidOperationException($"The schema {dataset.SchemaId} of the dataset {dataset.Id} is gone.");
        IReadOnlyList<(string Name, string Path)> files = staging.Files(sandbox, batchId);
        InputFileList.Write(staging.InputListFolder(sandbox, batchId), files.Select(file => file.Name));
        BatchMetrics metrics = new(files.Count, files.Sum(file => new FileInfo(file.Path).Length), 0, 0);
        if (BatchGuardrails.Check(files.Count, metrics.InputBytes) is { } hit)
            return BatchOutcomes.OverGuardrails(hit) with { Metrics = metrics };
        await using var report = new RowReport(staging.DiagnosticsFolder(sandbox, batchId));
        var converter = new RowConverter(schema, registry.Identities(sandbox, schema.Id), isText: definition.Format == "csv");
        var check = new BatchFileCheck(staging, sandbox, batchId, definition, dataset, schema, converter, report);
        IReadOnlyList<string> checkedRows = await check.CheckAsync(files, cancellationToken);
        BatchOutcome outcome = report.Records == 0 ? BatchOutcomes.WithoutRows() : BatchOutcomes.Judge(definition, report);
        if (outcome.Status != BatchStatus.Success)
            return outcome with { Metrics = metrics };

        string parquet = sandbox.Lake.NewFile(dataset.Id, batchId);
        long written = ParquetFiles.Write(schema, checkedRows, parquet);
        if (written != outcome.Written)
            throw new InvalidOperationException($"{outcome.Written} rows were checked, {written} were written.");
        long bytes = new FileInfo(parquet).Length; // once it is committed, the batch may be removed at any time
        cancellationToken.ThrowIfCancellationRequested();
        if (commit([parquet], written) is not { } snapshot)
        {
            File.Delete(parquet);
            return new BatchOutcome(BatchStatus.Aborted, outcome.Records, []);
        }
        return outcome with
        {
            SnapshotId = snapshot.Id,
            Metrics = metrics with { OutputFiles = 1, OutputBytes = bytes }
        };
    }
}
