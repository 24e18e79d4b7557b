using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Counts the rows of a batch and keeps those that were refused, in the diagnostics folder. Several files may be read at once.
/// </summary>
internal sealed class RowReport(string diagnosticsFolder) : IAsyncDisposable
{
    private const int MaxSamples = 100;

    private readonly Lock _gate = new();
    private readonly List<RowError> _samples = [];
    private readonly Dictionary<RowErrorCode, long> _byCode = [];
    private readonly Dictionary<string, StreamWriter> _files = [];

    private long _good;

    public long Records => Interlocked.Read(ref _good) + Failed;

    public long Failed { get; private set; }

    public int UnreadableFiles { get; private set; }

    public IReadOnlyList<RowError> Samples => _samples;

    public IReadOnlyDictionary<RowErrorCode, long> ByCode => _byCode;

    public void CountGood() => Interlocked.Increment(ref _good);

    /// <summary>A row that can be read and does not fit the schema.</summary>
    public void Refuse(string file, long row, JsonElement content, RowFault fault) =>
        Refuse(file, row, fault, "conversion_errors_0.json", writer =>
        {
            if (content.ValueKind != JsonValueKind.Object)
            {
                writer.WriteString("_corrupt_record", content.GetRawText());
                return;
            }
            foreach (JsonProperty member in content.EnumerateObject())
                member.WriteTo(writer);
        });

    /// <summary>A row that cannot be read.</summary>
    public void Refuse(string file, long row, string text, string reason) =>
        Refuse(file, row, new RowFault(RowErrorCode.Corrupt, reason), "parsing_errors_0.json",
            writer => writer.WriteString("_corrupt_record", text));

    /// <summary>A file of which not every row can be read: how many rows are missing is not known, so the batch cannot be taken.</summary>
    public void RefuseFile(string file, long row, string message)
    {
        lock (_gate)
            UnreadableFiles++;
        Refuse(file, row, message, message);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (StreamWriter writer in _files.Values)
            await writer.DisposeAsync();
    }

    private void Refuse(string file, long row, RowFault fault, string diagnosticsFile, Action<Utf8JsonWriter> writeRow)
    {
        string diagnostic = Diagnostic(file, fault, writeRow);
        lock (_gate)
        {
            Failed++;
            _byCode[fault.Code] = _byCode.GetValueOrDefault(fault.Code) + 1;
            if (_samples.Count < MaxSamples)
                _samples.Add(new RowError(file, row, fault.Code.Code, fault.Message));
            Writer(diagnosticsFile).WriteLine(diagnostic);
        }
    }

    private static string Diagnostic(string file, RowFault fault, Action<Utf8JsonWriter> writeRow)
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
