using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Aep.Sdk.Parquet.Writing;

/// <summary>Rows of a type as a Parquet file, one row group in memory at a time.</summary>
internal sealed class RowWriter<T>(JsonTypeInfo<T> type)
{
    private const int RowGroupSize = 50_000;

    private readonly ParquetSchema _schema = TypeColumns.Of(type);

    public async Task<long> WriteAsync(Stream content, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        long count = 0;
        bool begun = false;
        await foreach (T[] chunk in rows.Chunk(RowGroupSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await AppendAsync(content, chunk, begun, cancellationToken).ConfigureAwait(false);
            count += chunk.Length;
            begun = true;
        }

        if (!begun)
            await AppendAsync(content, [], append: false, cancellationToken).ConfigureAwait(false);
        return count;
    }

    private async Task AppendAsync(Stream content, T[] rows, bool append, CancellationToken cancellationToken)
    {
        List<IDictionary<string, object?>> values =
            [.. rows.Select(row => JsonValues.Read(JsonSerializer.SerializeToElement(row, type), _schema.Fields))];
        content.Position = 0;
        var options = new ParquetOptions { Append = append };
        await ParquetSerializer.SerializeUntypedAsync(values!, _schema, content, options, null, cancellationToken).ConfigureAwait(false);
    }
}
