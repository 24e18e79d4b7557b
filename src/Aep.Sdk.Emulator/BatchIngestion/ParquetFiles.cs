using System.Diagnostics.CodeAnalysis;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Writes and reads Parquet with DuckDB.</summary>
internal static class ParquetFiles
{
    /// <summary>Writes files of checked rows, one JSON object a line, as one Parquet file with the columns of their schema.</summary>
    /// <returns>The rows written.</returns>
    public static long Write(XdmSchema schema, IReadOnlyList<string> jsonLines, string parquet) => Copy(
        $"SELECT * FROM read_json([{string.Join(", ", jsonLines.Select(DuckDb.Literal))}], format = 'newline_delimited', columns = "
            + $"{XdmColumns.ReaderColumns(schema.Fields)})",
        parquet,
        "FORMAT parquet");

    /// <summary>Writes the rows of an uploaded Parquet file as one JSON object a line.</summary>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryToJsonLines(string parquet, string jsonLines, [NotNullWhen(false)] out string? fault)
    {
        try
        {
            Copy($"SELECT * FROM read_parquet({DuckDb.Literal(parquet)})", jsonLines, "FORMAT json");
            fault = null;
            return true;
        }
        catch (DuckDBException exception)
        {
            // The lines after the first show the statement, with the place of the file on this machine.
            fault = exception.Message.Split('\n')[0].Replace(parquet, Path.GetFileName(parquet), StringComparison.Ordinal);
            return false;
        }
    }

    private static long Copy(string query, string target, string format)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO {DuckDb.Literal(target)} ({format})";
        return command.ExecuteNonQuery(); // the rows copied
    }
}
