using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>GET …/preview: the first rows of the files that a batch has so far, as a table of texts.</summary>
internal static class BatchPreview
{
    private const int DefaultRows = 100;

    public static async Task<IResult> ShowAsync(
        HttpRequest request, Sandbox sandbox, string batchId, string datasetId, string? format, BatchService batches, StagingArea staging)
    {
        JsonObject batch = batches.Find(sandbox, batchId) ?? throw IngestionErrors.NotFound(batchId);
        if (BatchDocument.DatasetOf(batch) != datasetId)
            throw IngestionErrors.Invalid($"The batch {batchId} belongs to another dataset than {datasetId}.");
        string kind = format?.ToLowerInvariant() ?? throw IngestionErrors.Invalid("format is required: json, parquet or csv.");
        var csv = new JsonObject(request.Query.Where(entry => entry.Key is "delimiter" or "quote" or "escape" or "charset")
            .Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value.ToString())));
        CsvFormat csvFormat = CsvFormat.From(csv, null);
        var rows = new List<Dictionary<string, string>>();
        foreach ((_, string path) in staging.Files(sandbox, batchId))
            await ReadAsync(sandbox, batchId, path, kind, IsTrue(request, "isMultiLineJson"), csvFormat, staging, rows, Limit(request));
        JsonObject parameters = kind == "csv" ? csvFormat.ToJson() : [];
        parameters["format"] = kind;
        return Results.Json(new JsonObject { ["formatParams"] = parameters, ["preview"] = Table(rows) });
    }

    private static async Task ReadAsync(
        Sandbox sandbox, string batchId, string path, string kind, bool isMultiLine, CsvFormat csv, StagingArea staging,
        List<Dictionary<string, string>> rows, int limit)
    {
        using var enough = new CancellationTokenSource();
        void OnRow(long number, ReadOnlyMemory<byte> row)
        {
            if (rows.Count == limit)
                throw new EndOfPreview();
            rows.Add(Flatten(number, row));
        }
        static void OnCorrupt(long number, string text, bool isWholeFile) => throw Unreadable(number, text);
        try
        {
            string lines = path;
            if (kind == "parquet" && !ParquetFiles.TryToJsonLines(path, lines = staging.ScratchFile(sandbox, batchId), out string? fault))
                throw IngestionErrors.Invalid(fault);
            Task reading = kind switch
            {
                "csv" => CsvRowReader.ReadAsync(path, csv, null, OnRow, OnCorrupt, enough.Token),
                "json" or "parquet" => JsonRowReader.ReadAsync(lines, isMultiLine && kind == "json", OnRow, OnCorrupt, enough.Token),
                _ => throw IngestionErrors.Invalid($"The format {kind} is unknown: json, parquet or csv."),
            };
            await reading;
        }
        catch (EndOfPreview)
        {
            // as many rows as were asked for
        }
    }

    private static JsonObject Table(List<Dictionary<string, string>> rows)
    {
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct()];
        return new JsonObject
        {
            ["columns"] = new JsonArray([.. columns.Select((name, index) => new JsonObject { ["cid"] = Id(index), ["name"] = name })]),
            ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject(columns.Select((name, index) => (name,
                index)).Where(column => row.ContainsKey(column.name))
                .Select(column => KeyValuePair.Create<string, JsonNode?>(Id(column.index), row[column.name]))))]),
        };
    }

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    // Names of columns are paths, as the specification shows them: _tenant/field.
    private static Dictionary<string, string> Flatten(long number, ReadOnlyMemory<byte> row)
    {
        using JsonDocument document = Parse(number, row);
        var flat = new Dictionary<string, string>();
        void Visit(string path, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in value.EnumerateObject())
                    Visit(path.Length == 0 ? member.Name : $"{path}/{member.Name}", member.Value);
            }
            else if (value.ValueKind != JsonValueKind.Null)
            {
                flat[path] = value.ToString();
            }
        }
        Visit("", document.RootElement);
        return flat;
    }

    private static JsonDocument Parse(long number, ReadOnlyMemory<byte> row)
    {
        try
        {
            return JsonDocument.Parse(row);
        }
        catch (JsonException)
        {
            throw Unreadable(number, Encoding.UTF8.GetString(row.Span));
        }
    }

    private static ApiException Unreadable(long number, string text) => IngestionErrors.Invalid($"Row {number} cannot be read: {text}");

    private static int Limit(HttpRequest request) =>
        int.TryParse(request.Query["nrow"], NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0 ? rows : DefaultRows;

    private static bool IsTrue(HttpRequest request, string name) => bool.TryParse(request.Query[name], out bool flag) && flag;

    private sealed class EndOfPreview : Exception;
}
