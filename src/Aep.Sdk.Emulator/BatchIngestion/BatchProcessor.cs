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

    public async Task<BatchOutcome> ProcessAsync(
        Sandbox sandbox, CatalogDataset dataset, string batchId, BatchDefinition definition, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await ValidateAndCommitAsync(sandbox, dataset, batchId, definition, cancellationToken);
        }
        finally
        {
            _slots.Release();
            staging.ClearScratch(sandbox, batchId);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<BatchOutcome> ValidateAndCommitAsync(
        Sandbox sandbox, CatalogDataset dataset, string batchId, BatchDefinition definition, CancellationToken cancellationToken)
    {
        XdmSchema schema = registry.Resolve(sandbox, dataset.SchemaId)
            ?? throw new InvalidOperationException($"The schema {dataset.SchemaId} of the dataset {dataset.Id} is gone.");
        IReadOnlyList<(string Name, string Path)> files = staging.Files(sandbox, batchId);
        string checkedRows = staging.ScratchFile(sandbox, batchId);
        await using var report = new RowReport(staging.DiagnosticsFolder(sandbox, batchId));
        await using (var intake = new RowIntake(new RowConverter(schema, registry.Identities(sandbox, schema.Id)), report, checkedRows))
        {
            foreach ((string name, string path) in files)
                await ReadAsync(sandbox, batchId, definition, name, path, intake, cancellationToken);
        }
        BatchMetrics metrics = new(files.Count, files.Sum(file => new FileInfo(file.Path).Length), 0, 0);
        BatchOutcome outcome = report.Records == 0 ? BatchOutcomes.WithoutRows() : BatchOutcomes.Judge(definition, report);
        if (outcome.Status != BatchStatus.Success)
            return outcome with { Metrics = metrics };

        string parquet = sandbox.Lake.NewFile(dataset.Id, batchId);
        long written = ParquetFiles.Write(schema, checkedRows, parquet);
        if (written != outcome.Written)
            throw new InvalidOperationException($"{outcome.Written} rows were checked, {written} were written.");
        cancellationToken.ThrowIfCancellationRequested();
        LakeSnapshot snapshot = sandbox.Lake.Commit(dataset.Id, batchId, [parquet], written);
        return outcome with { SnapshotId = snapshot.Id, Metrics = metrics with { OutputFiles = 1, OutputBytes = new FileInfo(parquet).Length } };
    }

    private async Task ReadAsync(
        Sandbox sandbox, string batchId, BatchDefinition definition, string name, string path, RowIntake intake, CancellationToken cancellationToken)
    {
        bool isMultiLine = definition.IsMultiLineJson;
        if (definition.Format == "parquet")
        {
            string jsonLines = staging.ScratchFile(sandbox, batchId);
            try
            {
                ParquetFiles.ToJsonLines(path, jsonLines);
            }
            catch (DuckDB.NET.Data.DuckDBException exception)
            {
                await intake.RefuseFileAsync(name, exception.Message);
                return;
            }
            (path, isMultiLine) = (jsonLines, false);
        }
        await JsonRowReader.ReadAsync(
            path,
            isMultiLine,
            (row, content) => intake.TakeAsync(name, row, content),
            (row, text, isWholeFile) => intake.RefuseAsync(name, row, text, isWholeFile),
            cancellationToken);
    }
}
