using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The query that computes statistics of a table's leaf columns, all in one pass over its rows.</summary>
internal static class StatisticsQuery
{
    /// <param name="rows">The rows, in the engine's dialect.</param>
    /// <param name="leaves">Paths and types of the columns.</param>
    public static string Of(string rows, IReadOnlyList<(string Path, SqlType Type)> leaves)
    {
        string items = string.Join(", ", leaves.Select(leaf => Leaf(leaf.Path, leaf.Type)));
        return $"SELECT unnest([{items}], recursive := true) FROM ({rows}) AS analyzed";
    }

    /// <summary>The leaves below some columns. A list or a map is a leaf.</summary>
    public static IEnumerable<(string Path, SqlType Type)> Leaves(IEnumerable<(string Path, SqlType Type)> columns) =>
        columns.SelectMany(column => column.Type.Leaves([column.Path])).Select(leaf => (string.Join('.', leaf.Path), leaf.Type));

    private static string Leaf(string path, SqlType type)
    {
        string value = string.Join('.', path.Split('.').Select(DuckDb.Identifier));
        string Number(string function) => type.IsNumber ? $"coalesce(CAST({function}({value}) AS DOUBLE), 0.0)" : "CAST(0 AS DOUBLE)";
        return $"{{'columnName': {DuckDb.Literal(path.ToLowerInvariant())}, "
            + $"'mean': {Number("avg")}, 'max': {Number("max")}, 'min': {Number("min")}, "
            + $"'standardDeviation': {Number("stddev_samp")}, 'approxDistinctCount': CAST(approx_count_distinct({value}) AS DOUBLE), "
            + $"'nullCount': count(*) - count({value}), 'dataType': '{Name(type)}'}}";
    }

    // Spark's names of its types: String, Double, Timestamp.
    private static string Name(SqlType type) => type.Kind switch
    {
        SqlTypeKind.TinyInt => "Byte",
        SqlTypeKind.SmallInt => "Short",
        SqlTypeKind.BigInt or SqlTypeKind.HugeInt => "Long",
        SqlTypeKind.Varchar => "String",
        _ => type.Kind.ToString(),
    };
}
