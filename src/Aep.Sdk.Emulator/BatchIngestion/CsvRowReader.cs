using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Aep.Sdk.Emulator.Gateway;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Streams the rows of a CSV file: the first line names the fields, every value is text, an empty one is none.</summary>
internal static class CsvRowReader
{
    private const string BadQuote = "A quote is not closed or stands inside of a value:";

    /// <param name="path">The file.</param>
    /// <param name="format">Separators and character set.</param>
    /// <param name="root">The object in which the schema has its fields, as an ad-hoc schema has; null if they stand at the top.</param>
    /// <param name="onRow">Takes a row's number, from 1, and the row as JSON, which it must not keep; the header is not a row.</param>
    /// <param name="onCorrupt">
    /// Takes the number of a row that cannot be read, its text, and whether an unknown number of rows is lost with it.
    /// </param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task ReadAsync(
        string path,
        CsvFormat format,
        string? root,
        Action<long, ReadOnlyMemory<byte>> onRow,
        Action<long, string, bool> onCorrupt,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, format.Encoding);
        var bad = new StrongBox<bool>();
        using var parser = new CsvParser(reader, Configuration(format, bad));
        if (!await parser.ReadAsync())
            return; // without rows, as an empty file of JSON is
        string[]? header = Fields(parser, bad);
        if (header is null || HeaderFault(header) is not null)
        {
            onCorrupt(1, header is null ? $"{BadQuote} {parser.RawRecord.TrimEnd()}" : HeaderFault(header)!, true);
            return;
        }
        string[] names = header;
        var line = new ArrayBufferWriter<byte>();
        for (long row = 1; await ReadRowAsync(parser, row, onCorrupt); row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parser.Count != names.Length)
            {
                onCorrupt(row, parser.RawRecord.TrimEnd(), false);
                continue;
            }
            line.ResetWrittenCount();
            if (Fields(parser, bad) is not { } fields)
            {
                // A quote that is not closed swallows what follows: then nobody knows how many rows are lost.
                string raw = parser.RawRecord.TrimEnd();
                onCorrupt(row, $"{BadQuote} {raw}", raw.Contains('\n', StringComparison.Ordinal));
                continue;
            }
            Write(fields, names, root, line);
            onRow(row, line.WrittenMemory);
        }
    }

    // The values are looked at when they are asked for; the reader tells of bad ones, and must not be stopped by an exception then.
    private static string[]? Fields(CsvParser parser, StrongBox<bool> bad)
    {
        bad.Value = false;
        string[]? fields = parser.Record;
        return bad.Value ? null : fields;
    }

    private static async Task<bool> ReadRowAsync(CsvParser parser, long row, Action<long, string, bool> onCorrupt)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (CsvHelperException exception)
        {
            // The message goes on with the state of the reader, for its makers.
            onCorrupt(row, exception.Message.Split('\n')[0].TrimEnd(), true);
            return false;
        }
    }

    private static void Write(string[] fields, string[] names, string? root, ArrayBufferWriter<byte> line)
    {
        using var writer = new Utf8JsonWriter(line);
        writer.WriteStartObject();
        if (root is not null)
            writer.WriteStartObject(root);
        for (int column = 0; column < names.Length; column++)
        {
            if (fields[column].Length > 0)
                writer.WriteString(names[column], fields[column]);
        }
        if (root is not null)
            writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string? HeaderFault(string[] names)
    {
        if (names.FirstOrDefault(name => name.Length == 0 || name.Any(char.IsWhiteSpace)) is { } blank)
            return $"The name '{blank}' in the header is empty or has a blank: write an underscore instead.";
        return names.Twice() is { } twice
            ? $"The header names the field '{twice}' twice."
            : null;
    }

    private static CsvConfiguration Configuration(CsvFormat format, StrongBox<bool> bad) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format.Delimiter,
        Quote = format.Quote[0],
        Escape = format.Escape[0],
        HasHeaderRecord = false, // read here, as any other line
        IgnoreBlankLines = true,
        DetectColumnCountChanges = false,
        BadDataFound = _ => bad.Value = true,
    };
}
