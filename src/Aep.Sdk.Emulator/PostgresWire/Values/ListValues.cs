using System.Collections;
using Aep.Sdk.Emulator.Sql;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Reads complex values. A list of numbers needs a type that takes nulls, or the driver refuses one that holds any.</summary>
internal static class ListValues
{
    public static object Read(DuckDBDataReader reader, int column, SqlType type) => type.Item?.Name switch
    {
        "BOOLEAN" => List<bool?>(reader, column),
        "TINYINT" => List<sbyte?>(reader, column),
        "SMALLINT" => List<short?>(reader, column),
        "INTEGER" => List<int?>(reader, column),
        "BIGINT" => List<long?>(reader, column),
        "FLOAT" => List<float?>(reader, column),
        "DOUBLE" => List<double?>(reader, column),
        "DATE" => List<DateOnly?>(reader, column),
        "TIMESTAMP" => List<DateTime?>(reader, column),
        string name when name.StartsWith("DECIMAL", StringComparison.Ordinal) => List<decimal?>(reader, column),
        _ => reader.GetValue(column),
    };

    private static IList List<T>(DuckDBDataReader reader, int column) => reader.GetFieldValue<List<T>>(column);
}
