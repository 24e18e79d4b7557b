using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The rows of a file that a source flow reads, as JSON objects: delimited text, JSON (lines or an array), Parquet.</summary>
internal static class SourceRows
{
    /// <exception cref="InvalidOperationException">The file is not of the format: the message says where.</exception>
    public static IEnumerable<JsonObject> Read(string file, SourceFormat format)
    {
        if (format.Compression != "gzip")
            return ReadPlain(file, format);
        string plain = Path.GetTempFileName();
        return ReadUnpacked(file, plain, format);
    }

    private static IEnumerable<JsonObject> ReadUnpacked(string file, string plain, SourceFormat format)
    {
        try
        {
            Unpack(file, plain);
            foreach (JsonObject row in ReadPlain(plain, format))
                yield return row;
        }
        finally
        {
            File.Delete(plain);
        }
    }

    private static void Unpack(string file, string plain)
    {
        try
        {
            using var source = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using FileStream target = File.Create(plain);
            source.CopyTo(target);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException($"The file is not a gzip file: {exception.Message}", exception);
        }
    }

    private static IEnumerable<JsonObject> ReadPlain(string file, SourceFormat format) => format.Format switch
    {
        "json" => ReadJson(file),
        "parquet" => ReadQuery($"SELECT to_json(t)::VARCHAR FROM (SELECT * FROM read_parquet({DuckDb.Literal(file)})) AS t"),
        _ => ReadDelimited(file, format with { Compression = "none" }),
    };

    private static IEnumerable<JsonObject> ReadDelimited(string file, SourceFormat format)
    {
        Utf8Text.Check(file);
        string[] header = CsvHeader.Read(file, format);
        foreach (string?[] row in Query(CsvQuery(file, header.Length, format.Delimiter), header.Length))
        {
            var document = new JsonObject();
            for (int i = 0; i < header.Length; i++)
                document[header[i]] = row[i];
            yield return document;
        }
    }

    // DuckDB must not guess the form of the file: it would leave out lines that do not fit its guess, the header for one.
    private static string CsvQuery(string file, int columnCount, string delimiter)
    {
        string columns = string.Join(", ", Enumerable.Range(0, columnCount).Select(i => $"'c{i}': 'VARCHAR'"));
        return $"SELECT * FROM read_csv({DuckDb.Literal(file)}, auto_detect = false, header = true, columns = {{{columns}}}, "
            + $"delim = {DuckDb.Literal(delimiter)}, quote = '\"', escape = '\"', compression = 'none')";
    }

    private static IEnumerable<JsonObject> ReadQuery(string query) => Query(query, 1).Select(row => JsonNode.Parse(row[0]!)!.AsObject());

    private static IEnumerable<string?[]> Query(string query, int columns)
    {
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return [.. Enumerable.Range(0, columns).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))];
    }

    private static IEnumerable<JsonObject> ReadJson(string file)
    {
        Utf8Text.Check(file);
        using var text = new StreamReader(file);
        while (char.IsWhiteSpace((char)Math.Max(0, text.Peek())))
            text.Read();
        if (text.Peek() == '[')
        {
            foreach (JsonNode? item in Parse(text.ReadToEnd(), 1).AsArray())
                yield return item as JsonObject ?? throw new InvalidOperationException("The array holds something that is no object.");
            yield break;
        }
        for (int line = 1; text.ReadLine() is { } row; line++)
        {
            if (!string.IsNullOrWhiteSpace(row))
                yield return Parse(row, line) as JsonObject ?? throw new InvalidOperationException($"Row {line} is no JSON object.");
        }
    }

    private static JsonNode Parse(string text, int line)
    {
        try
        {
            return JsonNode.Parse(text) ?? throw new InvalidOperationException($"Row {line} is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"Row {line} is not valid JSON: {exception.Message}", exception);
        }
    }
}
