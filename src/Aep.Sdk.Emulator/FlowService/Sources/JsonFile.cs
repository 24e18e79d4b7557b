using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The rows of a JSON file: one a line, or the items of an array.</summary>
internal static class JsonFile
{
    /// <exception cref="InvalidOperationException">The text is not UTF-8, or the array is broken.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SourceText.Check(file, SourceText.Utf8);
        IAsyncEnumerable<SourceRow> rows =
            BeginsWithArray(file) ? ReadArrayAsync(file, cancellationToken) : ReadLinesAsync(file, cancellationToken);
        await foreach (SourceRow row in rows)
            yield return row;
    }

    private static bool BeginsWithArray(string file)
    {
        using var text = new StreamReader(file);
        while (char.IsWhiteSpace((char)Math.Max(0, text.Peek())))
            text.Read();
        return text.Peek() == '[';
    }

    private static async IAsyncEnumerable<SourceRow> ReadArrayAsync(
        string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(file);
        await using IAsyncEnumerator<JsonNode?> items =
            JsonSerializer.DeserializeAsyncEnumerable<JsonNode>(stream, cancellationToken: cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
        for (long row = 1; await NextAsync(items, row); row++)
            yield return Of(items.Current, row);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonNode?> items, long row)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"The array is not valid JSON from row {row} on: {exception.Message}", exception);
        }
    }

    private static async IAsyncEnumerable<SourceRow> ReadLinesAsync(
        string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(file);
        for (long line = 1; await text.ReadLineAsync(cancellationToken) is { } row; line++)
        {
            if (!string.IsNullOrWhiteSpace(row))
                yield return Parse(row, line);
        }
    }

    private static SourceRow Parse(string text, long line)
    {
        try
        {
            return Of(JsonNode.Parse(text), line);
        }
        catch (JsonException exception)
        {
            return SourceRow.Corrupt($"Row {line} is not valid JSON: {exception.Message}");
        }
    }

    private static SourceRow Of(JsonNode? node, long row) =>
        node is JsonObject values ? SourceRow.Of(values) : SourceRow.Corrupt($"Row {row} is no object.");
}
