using System.Runtime.InteropServices;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Streams the rows of a JSON file. Single-line JSON: a line is a row, or an array of rows. Multi-line JSON: one array of rows, or one row.
/// </summary>
internal static class JsonRowReader
{
    /// <param name="path">The file.</param>
    /// <param name="isMultiLine">Whether a row may span lines.</param>
    /// <param name="onRow">Takes a row's number, from 1, and its bytes, which are not looked at here and which it must not keep.</param>
    /// <param name="onCorrupt">
    /// Takes the number of a row after which nothing can be read, what is wrong, and true: an unknown number of rows is lost.
    /// </param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task ReadAsync(
        string path, bool isMultiLine, Action<long, ReadOnlyMemory<byte>> onRow, Action<long, string, bool> onCorrupt,
        CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        if (isMultiLine)
        {
            await ReadMultiLineAsync(file, onRow, onCorrupt, cancellationToken);
            return;
        }
        var lines = new LineStream(file);
        long row = 0;
        int first;
        while ((first = await lines.NextLineAsync(cancellationToken)) >= 0)
        {
            row = first == '['
                ? await ReadArrayAsync(lines, row, onRow, onCorrupt, cancellationToken)
                : await ReadLineAsync(lines, row, onRow, cancellationToken);
        }
    }

    private static async Task ReadMultiLineAsync(
        FileStream file, Action<long, ReadOnlyMemory<byte>> onRow, Action<long, string, bool> onCorrupt,
        CancellationToken cancellationToken)
    {
        int first = await new LineStream(file).NextLineAsync(cancellationToken);
        file.Position = 0;
        if (first == '[')
            await ReadArrayAsync(file, 0, onRow, onCorrupt, cancellationToken);
        else if (first >= 0)
            await ReadOneAsync(file, onRow, onCorrupt, cancellationToken);
    }

    private static async Task ReadOneAsync(
        FileStream file, Action<long, ReadOnlyMemory<byte>> onRow, Action<long, string, bool> onCorrupt,
        CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
            onRow(1, Bytes(document.RootElement));
        }
        catch (JsonException exception)
        {
            onCorrupt(1, exception.Message, true);
        }
    }

    private static ReadOnlyMemory<byte> Bytes(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    private static async Task<long> ReadArrayAsync(
        Stream stream, long row, Action<long, ReadOnlyMemory<byte>> onRow, Action<long, string, bool> onCorrupt,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (JsonElement element in JsonSerializer.DeserializeAsyncEnumerable(
                stream, IngestionJson.Default.JsonElement, cancellationToken))
                onRow(++row, Bytes(element));
        }
        catch (JsonException exception)
        {
            onCorrupt(++row, exception.Message, true);
        }
        return row;
    }

    private static async Task<long> ReadLineAsync(
        LineStream lines, long row, Action<long, ReadOnlyMemory<byte>> onRow, CancellationToken cancellationToken)
    {
        if (!lines.TryTakeLine(out ReadOnlyMemory<byte> line))
        {
            using var text = new MemoryStream();
            await lines.CopyToAsync(text, cancellationToken);
            line = text.GetBuffer().AsMemory(0, (int)text.Length);
        }
        onRow(row + 1, line);
        return row + 1;
    }
}
