using System.Buffers;
using System.Text.Json;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// The messages of one dataset that wait, as JSON lines: those that fit the schema in one file, those that do not in another.
/// </summary>
internal sealed class MessageBuffer(string folder)
{
    private const string Accepted = "accepted";
    private const string Refused = "refused";
    private const string Waiting = "-waiting.jsonl";

    private readonly SemaphoreSlim _gate = new(1);
    private readonly SemaphoreSlim _turn = new(1);
    private bool _scheduled;

    /// <returns>Whether a flush has to be scheduled: none is since the last one took the messages.</returns>
    public async Task<bool> AppendAsync(IEnumerable<CheckedMessage> messages, CancellationToken cancellationToken)
    {
        ILookup<bool, CheckedMessage> byResult = messages.ToLookup(message => message.Violations.Count == 0);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await WriteAsync(Accepted, byResult[true], static (message, writer) => message.Message.Entity.WriteTo(writer));
            await WriteAsync(Refused, byResult[false], RefusedMessages.Write);
            bool first = !_scheduled;
            _scheduled = true;
            return first;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Hands everything on that waits; also what an earlier flush took and could not hand on.</summary>
    /// <param name="handOn">Takes the files of accepted and of refused messages away.</param>
    /// <param name="cancellationToken">Gives up; the messages stay for the next flush.</param>
    public async Task FlushAsync(
        Func<IReadOnlyList<string>, IReadOnlyList<string>, Task> handOn, CancellationToken cancellationToken)
    {
        // One after the other: a flush finds the files of the one before it, as long as those are not handed on.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            (IReadOnlyList<string> accepted, IReadOnlyList<string> refused) = await TakeAsync(cancellationToken);
            await handOn(accepted, refused);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<(IReadOnlyList<string> Accepted, IReadOnlyList<string> Refused)> TakeAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _scheduled = false;
            return (Take(Accepted), Take(Refused));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task WriteAsync(string kind, IEnumerable<CheckedMessage> messages, Action<CheckedMessage, Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (CheckedMessage message in messages)
        {
            using (var writer = new Utf8JsonWriter(buffer))
                write(message, writer);
            buffer.Write("\n"u8);
        }
        if (buffer.WrittenCount == 0)
            return;
        // Not cancelled half way: a line is there whole or not at all.
        await using var file = new FileStream(Path.Combine(folder, kind + Waiting), FileMode.Append, FileAccess.Write, FileShare.None);
        await file.WriteAsync(buffer.WrittenMemory, CancellationToken.None);
    }

    private string[] Take(string kind)
    {
        string waiting = Path.Combine(folder, kind + Waiting);
        if (File.Exists(waiting))
            File.Move(waiting, Path.Combine(folder, $"{kind}-taken-{Guid.CreateVersion7():N}.jsonl"));
        return [.. Directory.EnumerateFiles(folder, $"{kind}-taken-*.jsonl").Order(StringComparer.Ordinal)];
    }
}
