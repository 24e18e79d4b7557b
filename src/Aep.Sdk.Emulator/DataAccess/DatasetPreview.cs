using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>The first rows of a dataset.</summary>
internal static class DatasetPreview
{
    private const int MaxRows = 100;

    public static JsonArray Rows(Sandbox sandbox, string datasetId)
    {
        var rows = new JsonArray();
        string[] files = [.. sandbox.Lake.Snapshots(datasetId).SelectMany(snapshot => snapshot.Files)];
        if (files.Length == 0)
            return rows;
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string list = string.Join(", ", files.Select(DuckDb.Literal));
        command.CommandText = $"SELECT to_json(t)::VARCHAR FROM read_parquet([{list}], union_by_name = true) t LIMIT {MaxRows}";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(JsonNode.Parse(reader.GetString(0)));
        return rows;
    }
}
