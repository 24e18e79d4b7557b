using Aep.Sdk.Queries;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>Rows as row groups: so many rows are in memory at once and no more.</summary>
internal static class ParquetRows
{
    private const int RowsPerGroup = 50_000;

    public static async Task<long> WriteAsync(QueryResult result, Stream destination, CancellationToken cancellationToken)
    {
        ParquetColumn[] columns = [.. result.Columns.Select(ParquetColumn.For)];
        var schema = new ParquetSchema(columns.Select(column => (Field)column.Field).ToArray());
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, destination,
            cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            long rows = 0;
            await foreach (QueryRow row in result.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (int i = 0; i < columns.Length; i++) columns[i].Add(row[i]);
                if (++rows % RowsPerGroup == 0) await FlushAsync(writer, columns, cancellationToken).ConfigureAwait(false);
            }

            if (rows % RowsPerGroup > 0) await FlushAsync(writer, columns, cancellationToken).ConfigureAwait(false);
            return rows;
        }
    }

    private static async Task FlushAsync(ParquetWriter writer, ParquetColumn[] columns, CancellationToken cancellationToken)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach (ParquetColumn column in columns) await column.FlushAsync(group, cancellationToken).ConfigureAwait(false);
    }
}
