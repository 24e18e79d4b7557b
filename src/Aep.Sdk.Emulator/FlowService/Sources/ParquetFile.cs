using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The rows of a Parquet file.</summary>
internal static class ParquetFile
{
    /// <exception cref="DuckDBException">It is no Parquet file.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"SELECT * FROM read_parquet({DuckDb.Literal(file)})";
        using DuckDBDataReader reader = command.ExecuteReader();
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = new JsonObject();
            for (int i = 0; i < names.Length; i++)
                values[names[i]] = reader.IsDBNull(i) ? null : ParquetValue.ToJson(reader.GetValue(i));
            yield return SourceRow.Of(values);
        }
    }
}
