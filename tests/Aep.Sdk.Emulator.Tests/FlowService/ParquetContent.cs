using System.Globalization;
using Aep.Sdk.Emulator.Tests.Support;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>What is in a Parquet file of events.</summary>
internal sealed record ParquetContent(string[] Ids, string[] Compressions)
{
    public static ParquetContent Read(byte[] file)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "content.parquet");
        File.WriteAllBytes(path, file);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return new ParquetContent(
            Texts(connection, $"SELECT _id FROM read_parquet('{path}')"),
            Texts(connection, $"SELECT DISTINCT compression FROM parquet_metadata('{path}')"));
    }

    /// <summary>All values of all rows, as texts.</summary>
    public static string[][] Rows(byte[] file)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "content.parquet");
        File.WriteAllBytes(path, file);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet('{path}')";
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(
                i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        return [.. rows];
    }

    private static string[] Texts(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return [.. texts];
    }
}
