using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Notes what an ingestion has done, a line at a time, each on the disk before the next step. A line that a crash has cut off is as if it
/// had not been written: what it would have said is asked of the platform.
/// </summary>
internal sealed class IngestionJournal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly Dictionary<int, JournalBatch> _batches = [];
    private JournalLine? _header;

    private IngestionJournal(FileStream file) => _file = file;

    /// <summary>Of this ingestion, over all its runs.</summary>
    public string Run => _header!.Run!;

    /// <summary>True when an earlier run has begun it: then a batch may exist that it does not know of.</summary>
    public bool IsResumed { get; private set; }

    public string Path => _file.Name;

    public int Batches => _batches.Count == 0 ? 0 : _batches.Keys.Max();

    /// <param name="path">The file; created when it is not there.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="cut">How the input is cut: a journal of another cut does not fit.</param>
    /// <exception cref="AepException">Another process uses the file, it is no journal, or it is one of another ingestion.</exception>
    public static IngestionJournal Open(string path, string datasetId, string cut)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 4096);
        }
        catch (IOException exception)
        {
            throw new AepException($"The journal {path} cannot be opened: {exception.Message} Does another ingestion use it?", exception);
        }
        var journal = new IngestionJournal(file);
        try
        {
            journal.Load(datasetId, cut);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public JournalBatch? Find(int batch)
    {
        lock (_gate)
            return _batches.GetValueOrDefault(batch);
    }

    public void Created(int batch, int attempt, string id) => Write(new JournalLine { Batch = batch, Attempt = attempt, Id = id });

    public void Sent(IngestionPart part, string fingerprint) => Write(new JournalLine
    {
        Batch = part.Batch,
        File = part.Name,
        Bytes = part.Bytes,
        Records = part.Records,
        Fingerprint = fingerprint,
    });

    public void Ended(int batch, string state, long refused) => Write(new JournalLine { Batch = batch, State = state, Refused = refused });

    public void Dispose() => _file.Dispose();

    private void Load(string datasetId, string cut)
    {
        byte[] content = new byte[_file.Length];
        _file.ReadExactly(content);
        int end = Array.LastIndexOf(content, (byte)'\n') + 1; // what follows was cut off by a crash
        foreach (string line in Encoding.UTF8.GetString(content, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Apply(Parse(line));
        _file.SetLength(end);
        _file.Position = end;
        IsResumed = _header is not null;
        if (_header is null)
            Write(new JournalLine { Run = Guid.NewGuid().ToString("N"), DatasetId = datasetId, Cut = cut });
        else if (_header.DatasetId != datasetId || _header.Cut != cut)
            throw new AepException(
                $"The journal {Path} is of an ingestion into the dataset {_header.DatasetId} with {_header.Cut}; this one is into "
                    + $"{datasetId} with {cut}. "
                + "Resume with the same dataset and options, or begin a new journal.");
    }

    private JournalLine Parse(string line)
    {
        try
        {
            JournalLine parsed = JsonSerializer.Deserialize(line, IngestionJson.Default.JournalLine)!;
            if (_header is null && parsed.Run is null)
                throw new JsonException("The first line names no run.");
            return parsed;
        }
        catch (JsonException exception)
        {
            throw new AepException($"{Path} is no journal of an ingestion, or was changed: {exception.Message}", exception);
        }
    }

    private void Write(JournalLine line)
    {
        lock (_gate)
        {
            _file.Write(JsonSerializer.SerializeToUtf8Bytes(line, IngestionJson.Default.JournalLine));
            _file.Write("\n"u8);
            _file.Flush(flushToDisk: true);
            Apply(line);
        }
    }

    private void Apply(JournalLine line)
    {
        if (line.Run is not null)
            _header = line;
        if (line.Batch is not { } number)
            return;
        if (!_batches.TryGetValue(number, out JournalBatch? batch))
            _batches[number] = batch = new JournalBatch();
        batch.Apply(line);
    }
}
