using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>Values of a column that Parquet stores as they are.</summary>
internal sealed class ParquetValues<T>(DataField field, Func<object, T> convert) : ParquetColumn(field)
    where T : struct
{
    private readonly List<T?> _values = [];

    public override void Add(object? value) => _values.Add(value is null ? null : convert(value));

    public override async Task FlushAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync<T>(Field, _values.ToArray(), cancellationToken: cancellationToken).ConfigureAwait(false);
        _values.Clear();
    }
}
