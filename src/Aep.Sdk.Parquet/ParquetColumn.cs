using Aep.Sdk.Queries;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>The values of a column that wait for their row group.</summary>
internal abstract class ParquetColumn(DataField data)
{
    private const int Precision = 38, Scale = 18;

    public DataField Field => data;

    public static ParquetColumn For(QueryColumn column)
    {
        Type type = column.Type;
        if (type == typeof(bool)) return Plain<bool>(column);
        if (type == typeof(short)) return new ParquetValues<int>(Nullable<int>(column), value => (short)value);
        if (type == typeof(int)) return Plain<int>(column);
        if (type == typeof(long)) return Plain<long>(column);
        if (type == typeof(float)) return Plain<float>(column);
        if (type == typeof(double)) return Plain<double>(column);
        if (type == typeof(decimal))
            return new ParquetValues<decimal>(new DecimalDataField(column.Name, Precision, Scale, isNullable: true), value =>
                Exact((decimal)value, column.Name));
        if (type == typeof(DateTime))
        {
            var field = new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros,
                isNullable: true);
            return new ParquetValues<DateTime>(field, value => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc));
        }

        return new ParquetTexts(new DataField(column.Name, typeof(string), isNullable: true));
    }

    public abstract void Add(object? value);

    public abstract Task FlushAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    private static ParquetValues<T> Plain<T>(QueryColumn column)
        where T : struct => new(Nullable<T>(column), value => (T)value);

    private static DataField Nullable<T>(QueryColumn column) => new(column.Name, typeof(T), isNullable: true);

    private static decimal Exact(decimal value, string column) => decimal.Round(value, Scale) == value
        ? value
        : throw new OverflowException(
            $"Column \"{column}\" holds {value}, which has more than {Scale} digits after the point. CAST it in the SQL.");
}
