using System.Globalization;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Lake;

/// <summary>The SQL engine. Data lives in Parquet files, so each user opens an in-memory database of its own.</summary>
internal static class DuckDb
{
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand setup = connection.CreateCommand();
        setup.CommandText = "SET TimeZone = 'UTC'; SET preserve_insertion_order = true; SET threads = 2; SET memory_limit = '2GB';";
        setup.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A value as an SQL string literal.</summary>
    public static string Literal(string value) => "'" + value.Replace("'", "''") + "'";

    /// <summary>A moment as an SQL literal of UTC.</summary>
    public static string Literal(DateTimeOffset moment) =>
        $"TIMESTAMP '{moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'";

    /// <summary>A name as a quoted SQL identifier.</summary>
    public static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";
}
