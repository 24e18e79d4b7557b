using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Checks the files of a batch, several at once: the good rows of each become a file of JSON lines, the others stand in the report.
/// </summary>
internal sealed class BatchFileCheck(
    StagingArea staging, Sandbox sandbox, string batchId, BatchDefinition definition, CatalogDataset dataset, XdmSchema schema,
    RowConverter converter, RowReport report)
{
    private static readonly int Parallelism = Math.Min(Environment.ProcessorCount, 4);

    /// <returns>The files of checked rows, in the order of the files; not those without rows.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(
        IReadOnlyList<(string Name, string Path)> files, CancellationToken cancellationToken)
    {
        string[] checkedRows = [.. files.Select(_ => staging.ScratchFile(sandbox, batchId))];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), parallel, async (index, token) =>
        {
            using var intake = new RowIntake(converter, report, files[index].Name, checkedRows[index]);
            await ReadAsync(files[index].Path, intake, token);
        });
        return [.. checkedRows.Where(path => new FileInfo(path).Length > 0)];
    }

    private async Task ReadAsync(string path, RowIntake intake, CancellationToken cancellationToken)
    {
        switch (definition.Format)
        {
            case "csv":
                CsvFormat format = CsvFormat.From(definition.Csv, dataset.Document["fileDescription"] as System.Text.Json.Nodes.JsonObject);
                await CsvRowReader.ReadAsync(path, format, RootOf(schema), intake.Take, intake.Refuse, cancellationToken);
                break;
            case "parquet" when staging.ScratchFile(sandbox, batchId) is var jsonLines:
                if (ParquetFiles.TryToJsonLines(path, jsonLines, out string? fault))
                    await JsonRowReader.ReadAsync(jsonLines, isMultiLine: false, intake.Take, intake.Refuse, cancellationToken);
                else
                    intake.RefuseFile(fault);
                break;
            default:
                await JsonRowReader.ReadAsync(path, definition.IsMultiLineJson, intake.Take, intake.Refuse, cancellationToken);
                break;
        }
    }

    // A table has no objects: its columns stand in the one object of an ad-hoc schema.
    private static string? RootOf(XdmSchema schema) =>
        schema.Behavior == StandardIds.AdHoc && schema.Fields is [{ Kind: XdmKind.Object } only] && only.Name.StartsWith('_')
            ? only.Name
            : null;
}
