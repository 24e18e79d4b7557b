using System.Text.Json;
using System.Text.Json.Nodes;
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
        string checkedRows = staging.ScratchFile(sandbox, batchId);
        await using var report = new RowReport(staging.DiagnosticsFolder(sandbox, batchId));
        await using (var intake = new RowIntake(new RowConverter(schema, registry.Identities(sandbox, schema.Id), isText: definition.Format == "csv"), report, checkedRows))
        {
            foreach ((string name, string path) in files)
                await ReadAsync(sandbox, dataset, schema, batchId, definition, name, path, intake, cancellationToken);
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
        if (commit([parquet], written) is not { } snapshot)
        {
            File.Delete(parquet);
            return new BatchOutcome(BatchStatus.Aborted, outcome.Records, []);
        }
        return outcome with { SnapshotId = snapshot.Id, Metrics = metrics with { OutputFiles = 1, OutputBytes = new FileInfo(parquet).Length } };
    }

    private async Task ReadAsync(
        Sandbox sandbox,
        CatalogDataset dataset,
        XdmSchema schema,
        string batchId,
        BatchDefinition definition,
        string name,
        string path,
        RowIntake intake,
        CancellationToken cancellationToken)
    {
        Task OnRow(long row, JsonElement content) => intake.TakeAsync(name, row, content);
        Task OnCorrupt(long row, string text, bool isWholeFile) => intake.RefuseAsync(name, row, text, isWholeFile);
        switch (definition.Format)
        {
            case "csv":
                CsvFormat format = CsvFormat.From(definition.Csv, dataset.Document["fileDescription"] as JsonObject);
                await CsvRowReader.ReadAsync(path, format, RootOf(schema), OnRow, OnCorrupt, cancellationToken);
                break;
            case "parquet" when staging.ScratchFile(sandbox, batchId) is var jsonLines:
                if (ParquetFiles.TryToJsonLines(path, jsonLines, out string? fault))
                    await JsonRowReader.ReadAsync(jsonLines, isMultiLine: false, OnRow, OnCorrupt, cancellationToken);
                else
                    await intake.RefuseFileAsync(name, fault);
                break;
            default:
                await JsonRowReader.ReadAsync(path, definition.IsMultiLineJson, OnRow, OnCorrupt, cancellationToken);
                break;
        }
    }

    // A table has no objects: its columns stand in the one object of an ad-hoc schema.
    private static string? RootOf(XdmSchema schema) =>
        schema.Behavior == StandardIds.AdHoc && schema.Fields is [{ Kind: XdmKind.Object } only] && only.Name.StartsWith('_') ? only.Name : null;
}
