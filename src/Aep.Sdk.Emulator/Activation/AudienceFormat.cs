using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Type and compression of the files of audiences: CSV, JSON lines or Parquet, plain or gzip.</summary>
internal sealed record AudienceFormat(string Type, string Compression, CsvOptions Csv)
{
    /// <exception cref="Gateway.ApiException">400: files cannot have this type or compression.</exception>
    public static AudienceFormat Of(JsonObject target)
    {
        (string type, string compression) = TargetRules.AudienceFile(target["params"]);
        return new AudienceFormat(type, compression, CsvOptions.Of(target));
    }

    public string Extension => (Type, Compression) switch
    {
        ("parquet", "gzip") => ".gz.parquet",
        (_, "gzip") => $".{Type}.gz",
        _ => $".{Type}",
    };

    /// <summary>Writes rows to a file.</summary>
    /// <returns>The number of rows.</returns>
    public async Task<long> WriteAsync(string file, IReadOnlyList<AudienceColumn> columns, IAsyncEnumerable<JsonNode?[]> rows)
    {
        if (Type != "parquet")
            return await WriteTextAsync(file, Compression == "gzip", columns, rows);
        string lines = file + ".json";
        ColumnType[] types = [.. columns.Select(_ => new ColumnType())];
        try
        {
            long count = await (this with { Type = "json" }).WriteTextAsync(lines, gzip: false, columns, LearnAsync(rows, types));
            ToParquet(lines, file, columns, types);
            return count;
        }
        finally
        {
            File.Delete(lines);
        }
    }

    private async Task<long> WriteTextAsync(
        string file, bool gzip, IReadOnlyList<AudienceColumn> columns, IAsyncEnumerable<JsonNode?[]> rows)
    {
        await using FileStream target = File.Create(file);
        Stream content = gzip ? new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true) : target;
        long count = await WriteTextAsync(content, columns, rows);
        if (gzip && count == 0 && Type == "json")
        {
            target.SetLength(0); // without content GZipStream writes a beginning and no end
            await target.WriteAsync(GzipFile.Empty);
        }
        return count;
    }

    private async Task<long> WriteTextAsync(Stream content, IReadOnlyList<AudienceColumn> columns, IAsyncEnumerable<JsonNode?[]> rows)
    {
        long count = 0;
        await using var writer = new StreamWriter(content, new UTF8Encoding(false));
        var csv = new CsvText(Csv);
        if (Type == "csv")
            await writer.WriteAsync(csv.Line(columns.Select(column => column.Header)) + "\n");
        await foreach (JsonNode?[] row in rows)
        {
            await writer.WriteAsync((Type == "csv" ? csv.Line(row) : Json(columns, row)) + "\n");
            count++;
        }
        return count;
    }

    private static string Json(IReadOnlyList<AudienceColumn> columns, JsonNode?[] row) => new JsonObject(
        columns.Select((column, i) => KeyValuePair.Create(column.Header, row[i]?.DeepClone()))).ToJsonString();

    private static async IAsyncEnumerable<JsonNode?[]> LearnAsync(IAsyncEnumerable<JsonNode?[]> rows, ColumnType[] types)
    {
        await foreach (JsonNode?[] row in rows)
        {
            for (int i = 0; i < types.Length; i++)
                types[i].Learn(row[i]);
            yield return row;
        }
    }

    // Nested values are texts of JSON.
    private void ToParquet(string lines, string file, IReadOnlyList<AudienceColumn> columns, ColumnType[] types)
    {
        string schema = string.Join(", ", columns.Zip(types, (column, type) => $"{DuckDb.Literal(column.Header)}: '{type.Name}'"));
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"COPY (SELECT * FROM read_json({DuckDb.Literal(lines)}, format = 'newline_delimited', columns = {{{schema}}})) "
            + $"TO {DuckDb.Literal(file)} (FORMAT parquet, COMPRESSION {(Compression == "gzip" ? "gzip" : "uncompressed")})";
        command.ExecuteNonQuery();
    }
}
