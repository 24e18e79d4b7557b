using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Writes and reads Parquet with DuckDB.</summary>
internal static class ParquetFiles
{
    /// <summary>Writes checked rows, one JSON object a line, as Parquet with the columns of their schema.</summary>
    /// <returns>The rows written.</returns>
    public static long Write(XdmSchema schema, string jsonLines, string parquet) => Copy(
        $"SELECT * FROM read_json({DuckDb.Literal(jsonLines)}, format = 'newline_delimited', columns = {XdmColumns.ReaderColumns(schema.Fields)})",
        parquet,
        "FORMAT parquet");

    /// <summary>Writes the rows of an uploaded Parquet file as one JSON object a line.</summary>
    public static long ToJsonLines(string parquet, string jsonLines) =>
        Copy($"SELECT * FROM read_parquet({DuckDb.Literal(parquet)})", jsonLines, "FORMAT json");

    private static long Copy(string query, string target, string format)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO {DuckDb.Literal(target)} ({format})";
        return command.ExecuteNonQuery(); // the rows copied
    }
}
