using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
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
        int groups = await CountGroupsAsync(content, path, cancellationToken).ConfigureAwait(false);
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        long row = 0;
        for (int group = 0; group < groups; group++)
        {
            content.Position = 0;
            var rows = await ParquetSerializer.DeserializeUntypedAsync(content, null, group, cancellationToken).ConfigureAwait(false);
            foreach (Dictionary<string, object> values in rows.Data)
            {
                cancellationToken.ThrowIfCancellationRequested();
                json.ResetWrittenCount();
                writer.Reset(json);
                ParquetValues.Write(writer, values);
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

    private static async Task<int> CountGroupsAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        try
        {
            ParquetReader reader = await ParquetReader.CreateAsync(content, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false)) return reader.RowGroupCount;
        }
        catch (IOException error)
        {
            throw new AepException($"{path} is no Parquet file: {error.Message}", error);
        }
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
