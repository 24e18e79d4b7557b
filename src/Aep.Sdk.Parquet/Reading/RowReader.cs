using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parquet;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>
/// Rows of a Parquet file as objects. The columns of one row group are in memory at a time, of a large one a single column.
/// </summary>
/// <param name="type">The rows.</param>
/// <param name="columns">The columns; null for those of the rows.</param>
/// <param name="name">What errors call the file.</param>
/// <param name="missing">The files of a dataset that have none of the columns; null for a file that stands alone.</param>
/// <param name="mostInMemory">How many values of a row group may be in memory at once.</param>
internal sealed class RowReader<T>(
    JsonTypeInfo<T> type, IReadOnlyList<string>? columns, string name, MissingColumns? missing = null,
    long mostInMemory = ColumnSet.MostInMemory)
{
    private readonly ColumnChoice _choice = columns is null ? ColumnChoice.Of(type) : ColumnChoice.Of(columns);
    private readonly ArrayBufferWriter<byte> _json = new();
    private long _row;

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
        ParquetReader reader =
            await ParquetReader.CreateAsync(content, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var root = RootNode.Of(reader.Schema, _choice);
            if (root is null)
                Miss(reader);
            using var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { SkipValidation = true });
            var empty = RootNode.Empty(_choice);
            for (long left = missing?.Release(root is not null) ?? 0; left > 0; left--)
                yield return Row(empty, writer);
            if (root is null)
                yield break;
            await foreach (T row in RowsAsync(reader, root, writer, cancellationToken).ConfigureAwait(false))
                yield return row;
        }
    }

    private async IAsyncEnumerable<T> RowsAsync(
        ParquetReader reader, RootNode root, Utf8JsonWriter writer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int index = 0; index < reader.RowGroupCount; index++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
            using ColumnSet loaded = await ColumnSet.LoadAsync(root, group, mostInMemory, cancellationToken).ConfigureAwait(false);
            for (long left = group.RowCount; left > 0; left--)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Row(root, writer);
            }
            if (!root.Leaves.All(leaf => leaf.IsAtEnd))
                throw new InvalidDataException($"its columns have more than the {group.RowCount} rows that it names.");
        }
    }

    private void Miss(ParquetReader reader)
    {
        string fault =
            $"{name} has none of the columns {_choice}. It has {string.Join(", ", reader.Schema.Fields.Select(field => field.Name))}.";
        if (missing is null)
            throw new AepException(fault);
        long rows = 0;
        for (int index = 0; index < reader.RowGroupCount; index++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
            rows += group.RowCount;
        }
        missing.Add(fault, rows);
    }

    private T Row(RootNode root, Utf8JsonWriter writer)
    {
        _json.ResetWrittenCount();
        writer.Reset(_json);
        root.Write(writer);
        writer.Flush();
        return Parse(_json.WrittenSpan);
    }

    private T Parse(ReadOnlySpan<byte> json)
    {
        _row++;
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("it is null.");
        }
        catch (JsonException error)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"Row {_row} of {name}");
            throw new AepException($"{where} cannot become a {type.Type.Name}: {error.Message}", error);
        }
    }
}
