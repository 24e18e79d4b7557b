using System.Text;
using System.Text.Json;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Turns the staged files of a batch into typed Parquet in the lake, all rows or none.</summary>
internal sealed class BatchProcessor(StagingArea staging, SchemaRegistryService registry)
{
    private const int MaxReportedErrors = 100;

    public async Task<BatchOutcome> ProcessAsync(Sandbox sandbox, CatalogDataset dataset, string batchId, CancellationToken cancellationToken)
    {
        XdmSchema schema = registry.Resolve(sandbox, dataset.SchemaId)
            ?? throw new InvalidOperationException($"The schema {dataset.SchemaId} of dataset {dataset.Id} is gone.");
        string scratch = staging.ScratchFile(sandbox, batchId);
        try
        {
            (long rows, List<RowError> errors) = await ValidateAsync(sandbox, batchId, schema, scratch, cancellationToken);
            if (errors.Count > 0)
                return new BatchOutcome(BatchStatus.Failed, rows, errors);
            string parquet = sandbox.Lake.NewFile(dataset.Id, batchId);
            WriteParquet(schema, scratch, parquet);
            sandbox.Lake.Commit(dataset.Id, batchId, rows == 0 ? [] : [parquet], rows);
            return new BatchOutcome(BatchStatus.Success, rows, []);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private async Task<(long Rows, List<RowError> Errors)> ValidateAsync(
        Sandbox sandbox, string batchId, XdmSchema schema, string target, CancellationToken cancellationToken)
    {
        var validator = new XdmRowValidator(schema, registry.Identities(sandbox, schema.Id));
        var errors = new List<RowError>();
        long rows = 0;
        await using var output = new StreamWriter(target, append: false, new UTF8Encoding(false), bufferSize: 1 << 16);
        foreach (string file in staging.Files(sandbox, batchId))
        {
            string name = Uri.UnescapeDataString(Path.GetFileName(file));
            long row = 0;
            try
            {
                await foreach (JsonElement element in JsonRows.ReadAsync(file, cancellationToken))
                {
                    row++;
                    if (validator.FindFault(element) is not { } fault)
                        await output.WriteLineAsync(JsonSerializer.Serialize(element)); // re-serialised: one row must be one line
                    else if (errors.Count < MaxReportedErrors)
                        errors.Add(new RowError(name, row, "DCVS-1106-400", fault));
                }
            }
            catch (JsonException exception)
            {
                errors.Add(new RowError(name, row + 1, "INGEST-1212-400", $"the file is not valid JSON: {exception.Message}"));
            }
            rows += row;
        }
        return (rows, errors);
    }

    private static void WriteParquet(XdmSchema schema, string jsonLines, string parquet)
    {
        string columns = string.Join(", ", schema.Fields.Select(field => $"{DuckDb.Literal(field.Name)}: {DuckDb.Literal(XdmColumns.DuckDbType(field))}"));
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"COPY (SELECT * FROM read_json({DuckDb.Literal(jsonLines)}, format = 'newline_delimited', columns = {{{columns}}})) " +
            $"TO {DuckDb.Literal(parquet)} (FORMAT parquet)";
        command.ExecuteNonQuery();
    }
}
