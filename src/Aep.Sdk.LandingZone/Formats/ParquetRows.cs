using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>Parquet, one row group in memory at a time.</summary>
internal static class ParquetRows
{
    private const int RowGroupSize = 50_000;

    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream content, string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ParquetReader reader = await OpenAsync(content, path, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = reader.ConfigureAwait(false);
        Field[] fields = [.. reader.Schema.Fields.Where(Wanted(type))];
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        long row = 0;
        for (int number = 0; number < reader.RowGroupCount; number++)
        {
            using ParquetRowGroupReader columns = reader.OpenRowGroupReader(number);
            using ParquetGroup group = await ParquetGroup.ReadAsync(columns, fields, cancellationToken).ConfigureAwait(false);
            for (long i = 0; i < group.Rows; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                json.ResetWrittenCount();
                writer.Reset(json);
                group.WriteNext(writer);
                writer.Flush();
                yield return Parse(json.WrittenSpan, type, path, ++row);
            }
        }
    }

    public static async Task<long> WriteAsync<T>(Stream content, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ParquetSchema schema = ParquetSchemas.Of(type);
        long count = 0;
        bool begun = false;
        await foreach (T[] chunk in rows.Chunk(RowGroupSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await AppendAsync(content, schema, chunk, type, begun, cancellationToken).ConfigureAwait(false);
            count += chunk.Length;
            begun = true;
        }

        if (!begun) await AppendAsync(content, schema, [], type, append: false, cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async Task AppendAsync<T>(
        Stream content, ParquetSchema schema, T[] rows, JsonTypeInfo<T> type, bool append, CancellationToken cancellationToken)
    {
        List<Dictionary<string, object?>> values = [.. rows.Select(row => ParquetValues.Read(JsonSerializer.SerializeToElement(row, type), schema.Fields))];
        content.Position = 0;
        await ParquetSerializer.SerializeUntypedAsync(values!, schema, content, new ParquetOptions { Append = append }, null, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ParquetReader> OpenAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ParquetReader.CreateAsync(content, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new AepException($"{path} is no Parquet file: {error.Message}", error);
        }
    }

    // Columns that no member takes are not read at all, unless somebody would miss them.
    private static Func<Field, bool> Wanted(JsonTypeInfo type)
    {
        bool all = type.Kind != JsonTypeInfoKind.Object || type.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow
            || type.Properties.Any(property => property.IsExtensionData);
        var names = type.Properties.Select(property => property.Name).ToHashSet(
            type.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return field => all || names.Contains(field.Name);
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
}
