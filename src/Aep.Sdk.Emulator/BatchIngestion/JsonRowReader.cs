using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Streams the rows of a JSON file. Single-line JSON: a line is a row, or an array of rows. Multi-line JSON: one array of rows, or one row.
/// </summary>
internal static class JsonRowReader
{
    private const int MaxShown = 1000;

    /// <param name="path">The file.</param>
    /// <param name="isMultiLine">Whether a row may span lines.</param>
    /// <param name="onRow">Takes a row and its number, from 1.</param>
    /// <param name="onCorrupt">Takes the number of a row that cannot be read, its text, and whether an unknown number of rows is lost with it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task ReadAsync(
        string path, bool isMultiLine, Func<long, JsonElement, Task> onRow, Func<long, string, bool, Task> onCorrupt, CancellationToken cancellationToken)
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
                : await ReadLineAsync(lines, row, onRow, onCorrupt, cancellationToken);
        }
    }

    private static async Task ReadMultiLineAsync(
        FileStream file, Func<long, JsonElement, Task> onRow, Func<long, string, bool, Task> onCorrupt, CancellationToken cancellationToken)
    {
        int first = await new LineStream(file).NextLineAsync(cancellationToken);
        file.Position = 0;
        if (first == '[')
            await ReadArrayAsync(file, 0, onRow, onCorrupt, cancellationToken);
        else if (first >= 0)
            await ReadOneAsync(file, onRow, onCorrupt, cancellationToken);
    }

    private static async Task ReadOneAsync(
        FileStream file, Func<long, JsonElement, Task> onRow, Func<long, string, bool, Task> onCorrupt, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
            await onRow(1, document.RootElement);
        }
        catch (JsonException exception)
        {
            await onCorrupt(1, exception.Message, true);
        }
    }

    private static async Task<long> ReadArrayAsync(
        Stream stream, long row, Func<long, JsonElement, Task> onRow, Func<long, string, bool, Task> onCorrupt, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (JsonElement element in JsonSerializer.DeserializeAsyncEnumerable(stream, IngestionJson.Default.JsonElement, cancellationToken))
                await onRow(++row, element);
        }
        catch (JsonException exception)
        {
            await onCorrupt(++row, exception.Message, true);
        }
        return row;
    }

    private static async Task<long> ReadLineAsync(
        LineStream line, long row, Func<long, JsonElement, Task> onRow, Func<long, string, bool, Task> onCorrupt, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await line.CopyToAsync(text, cancellationToken);
        ReadOnlyMemory<byte> bytes = text.GetBuffer().AsMemory(0, (int)text.Length);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            await onCorrupt(row + 1, Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, MaxShown)]), false);
            return row + 1;
        }
        using (document)
            await onRow(row + 1, document.RootElement);
        return row + 1;
    }
}
