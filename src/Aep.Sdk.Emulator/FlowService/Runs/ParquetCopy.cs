using System.Data.Common;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Sql;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Copies Parquet files of the lake into one file of an export.</summary>
internal static class ParquetCopy
{
    /// <exception cref="OperationCanceledException">The platform stops; the file may be there in part.</exception>
    public static async Task RunAsync(IEnumerable<string> files, string target, ExportFormat format, CancellationToken cancellationToken)
    {
        string source = $"read_parquet([{string.Join(", ", files.Select(DuckDb.Literal))}], union_by_name = true)";
        await using DuckDBConnection connection = DuckDb.Open();
        await using DuckDBCommand command = connection.CreateCommand();
        string columns = format.Type == "json" ? await JsonColumnsAsync(command, source, cancellationToken) : "*";
        command.CommandText = $"COPY (SELECT {columns} FROM {source}) TO {DuckDb.Literal(target)} ({format.Copy})";
        try
        {
            // The engine stops at once when it is told to, and says so with an error of its own.
            await using CancellationTokenRegistration stop = cancellationToken.Register(command.Cancel);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (DbException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static async Task<string> JsonColumnsAsync(DuckDBCommand command, string source, CancellationToken cancellationToken)
    {
        command.CommandText = $"DESCRIBE SELECT * FROM {source}";
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            string name = DuckDb.Identifier(reader.GetString(0));
            columns.Add($"{IsoTimes.Of(SqlType.Parse(reader.GetString(1)), name)} AS {name}");
        }
        return string.Join(", ", columns);
    }
}
