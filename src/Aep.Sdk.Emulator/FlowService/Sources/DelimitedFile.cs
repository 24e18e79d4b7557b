using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The rows of a delimited file: the first line names the columns, every value is text, an empty one is none.</summary>
internal static class DelimitedFile
{
    /// <exception cref="InvalidOperationException">
    /// The text is not of the encoding, a quote is not closed, or the header names a column twice.
    /// </exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(
        string file, string delimiter, Encoding encoding, Action<IReadOnlyList<string>>? onHeader,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SourceText.Check(file, encoding);
        using StreamReader reader = SourceText.Open(file, encoding);
        using var parser = new CsvParser(reader, Configuration(delimiter));
        string[] header = await NextAsync(parser) ? parser.Record! : [];
        if (header.Twice() is { } twice)
            throw new InvalidOperationException($"Line {parser.RawRow}: the header names the column '{twice}' twice.");
        onHeader?.Invoke(header);
        while (await NextAsync(parser))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return parser.Count == header.Length
                ? SourceRow.Of(Values(parser, header))
                : SourceRow.Corrupt($"The row has {parser.Count} values and the header {header.Length}: {Shown(parser.RawRecord)}");
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (CsvHelperException exception)
        {
            throw new InvalidOperationException($"Line {parser.RawRow}: {exception.Message}", exception);
        }
    }

    private static JsonObject Values(CsvParser parser, string[] header)
    {
        var values = new JsonObject();
        for (int i = 0; i < header.Length; i++)
            values[header[i]] = parser[i].Length == 0 ? null : parser[i];
        return values;
    }

    private static string Shown(string row) => row.TrimEnd() is { Length: > 200 } text ? text[..200] + "…" : row.TrimEnd();

    private static CsvConfiguration Configuration(string delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        HasHeaderRecord = false, // read here, as any other line
        IgnoreBlankLines = true,
        DetectColumnCountChanges = false,
        BadDataFound = arguments => throw new BadDataException(arguments.Field, arguments.RawRecord, arguments.Context,
            "a quote is not closed or stands inside of a value."),
    };
}
