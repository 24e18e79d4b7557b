using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Counts the rows of a batch and keeps those that were refused, in the diagnostics folder.</summary>
internal sealed class RowReport(string diagnosticsFolder) : IAsyncDisposable
{
    private const int MaxSamples = 100;

    private readonly List<RowError> _samples = [];
    private readonly Dictionary<RowErrorCode, long> _byCode = [];
    private readonly Dictionary<string, StreamWriter> _files = [];

    public long Records { get; private set; }

    public long Failed { get; private set; }

    public int UnreadableFiles { get; private set; }

    public IReadOnlyList<RowError> Samples => _samples;

    public IReadOnlyDictionary<RowErrorCode, long> ByCode => _byCode;

    public void CountGood() => Records++;

    /// <summary>A row that can be read and does not fit the schema.</summary>
    public Task RefuseAsync(string file, long row, JsonElement content, RowFault fault) =>
        RefuseAsync(file, row, fault, "conversion_errors_0.json", writer =>
        {
            if (content.ValueKind != JsonValueKind.Object)
            {
                writer.WritePropertyName("_record");
                content.WriteTo(writer);
                return;
            }
            foreach (JsonProperty member in content.EnumerateObject())
                member.WriteTo(writer);
        });

    /// <summary>A row that cannot be read.</summary>
    public Task RefuseAsync(string file, long row, string text) =>
        RefuseAsync(file, row, new RowFault(RowErrorCode.Corrupt, "the row is not valid JSON"), "parsing_errors_0.json", writer => writer.WriteString("_corrupt_record", text));

    /// <summary>A file of which not every row can be read: how many rows are missing is not known, so the batch cannot be taken.</summary>
    public Task RefuseFileAsync(string file, long row, string message)
    {
        UnreadableFiles++;
        return RefuseAsync(file, row, message);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (StreamWriter writer in _files.Values)
            await writer.DisposeAsync();
    }

    private async Task RefuseAsync(string file, long row, RowFault fault, string diagnosticsFile, Action<Utf8JsonWriter> writeRow)
    {
        Records++;
        Failed++;
        _byCode[fault.Code] = _byCode.GetValueOrDefault(fault.Code) + 1;
        if (_samples.Count < MaxSamples)
            _samples.Add(new RowError(file, row, fault.Code.Code, fault.Message));
        await Writer(diagnosticsFile).WriteLineAsync(Diagnostic(file, row, fault, writeRow));
    }

    private static string Diagnostic(string file, long row, RowFault fault, Action<Utf8JsonWriter> writeRow)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writeRow(writer);
            writer.WriteStartArray("_errors");
            writer.WriteStartObject();
            writer.WriteString("code", fault.Code.Number);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("_filename", file);
            writer.WriteNumber("_row", row);
            writer.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private StreamWriter Writer(string name)
    {
        if (!_files.TryGetValue(name, out StreamWriter? writer))
            _files[name] = writer = new StreamWriter(Path.Combine(diagnosticsFolder, name));
        return writer;
    }
}
