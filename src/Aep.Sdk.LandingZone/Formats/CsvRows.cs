using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>CSV with a header line, UTF-8. A column goes to the member that JSON gives its name.</summary>
internal static class CsvRows
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream content, string path, CsvDialect dialect, JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, Strict, leaveOpen: true);
        using var csv = new CsvParser(reader, dialect.ToConfiguration(path));
        if (!await NextAsync(csv, path, 0).ConfigureAwait(false)) yield break;

        CsvColumn[] columns = [.. csv.Record!.Select(name => CsvColumn.Of(name, type, dialect))];
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        for (long row = 1; await NextAsync(csv, path, row).ConfigureAwait(false); row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] fields = csv.Record!;
            if (fields.Length != columns.Length) throw RowErrors.Of(
                path, row, $"it has {fields.Length} fields, the header has {columns.Length}.");
            json.ResetWrittenCount();
            writer.Reset(json);
            WriteRow(writer, columns, fields, path, row);
            yield return Parse(json.WrittenSpan, type, path, row);
        }
    }

    public static async Task<long> WriteAsync<T>(
        Stream content, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        string[] names =
            [.. type.Properties.Where(property => property.Get is not null && !property.IsExtensionData).Select(property => property.Name)];
        if (names.Length == 0) throw new ArgumentException(
            $"{typeof(T).Name} has no members, which would become the columns of a CSV file.", nameof(type));
        var writer = new StreamWriter(content, Strict, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
            await using (csv.ConfigureAwait(false))
                return await WriteRowsAsync(csv, names, rows, type, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<long> WriteRowsAsync<T>(
        CsvWriter csv, string[] names, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        foreach (string name in names) csv.WriteField(name);
        await csv.NextRecordAsync().ConfigureAwait(false);
        long count = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            JsonElement members = JsonSerializer.SerializeToElement(row, type);
            foreach (string name in names) csv.WriteField(members.TryGetProperty(name, out JsonElement value) ? Text(value) : null);
            await csv.NextRecordAsync().ConfigureAwait(false);
            count++;
        }

        return count;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static void WriteRow(Utf8JsonWriter writer, CsvColumn[] columns, string[] fields, string path, long row)
    {
        writer.WriteStartObject();
        for (int i = 0; i < fields.Length; i++)
        {
            if (columns[i].Write(writer, fields[i]) is { } problem) throw RowErrors.Of(path, row, problem);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string path, long row)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw RowErrors.Of(path, row, "it is empty.");
        }
        catch (JsonException error)
        {
            throw RowErrors.Of(path, row, error.Message, error);
        }
    }

    private static async Task<bool> NextAsync(CsvParser csv, string path, long row)
    {
        try
        {
            return await csv.ReadAsync().ConfigureAwait(false);
        }
        catch (DecoderFallbackException error)
        {
            throw RowErrors.Of(path, row, "the file is not UTF-8.", error);
        }
    }
}
