using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parquet;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>Rows of a Parquet file as objects; the columns of one row group are in memory at a time.</summary>
internal sealed class RowReader<T>(JsonTypeInfo<T> type, IReadOnlyList<string>? columns, string name)
{
    public async IAsyncEnumerable<T> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<T> rows = RowsAsync(content, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            while (await NextAsync(rows).ConfigureAwait(false))
                yield return rows.Current;
        }
    }

    // What a damaged file makes the library stumble over cannot be known beforehand.
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<T> rows)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or AepException))
        {
            throw new AepException($"{name} is no Parquet file, or a damaged one: {error.Message}", error);
        }
    }

    private async IAsyncEnumerable<T> RowsAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        content.Position = 0;
        ParquetReader reader = await ParquetReader.CreateAsync(content, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var root = RootNode.Of(reader.Schema, type, columns, name);
            var json = new ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(json, new JsonWriterOptions { SkipValidation = true });
            long row = 0;
            for (int index = 0; index < reader.RowGroupCount; index++)
            {
                using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
                using ColumnSet loaded = await ColumnSet.LoadAsync(root, group, cancellationToken).ConfigureAwait(false);
                for (long left = group.RowCount; left > 0; left--)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    json.ResetWrittenCount();
                    writer.Reset(json);
                    root.Write(writer);
                    writer.Flush();
                    yield return Parse(json.WrittenSpan, ++row);
                }
                if (!root.Leaves.All(leaf => leaf.IsAtEnd))
                    throw new InvalidDataException($"its columns have more than the {group.RowCount} rows that it names.");
            }
        }
    }

    private T Parse(ReadOnlySpan<byte> json, long row)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("it is null.");
        }
        catch (JsonException error)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"Row {row} of {name}");
            throw new AepException($"{where} cannot become a {type.Type.Name}: {error.Message}", error);
        }
    }
}
