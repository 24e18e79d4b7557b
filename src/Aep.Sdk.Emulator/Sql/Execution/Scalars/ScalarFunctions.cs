using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions of one or two texts that the engine's SQL cannot express. NULL in either gives NULL.</summary>
internal static class ScalarFunctions
{
    public static void Register(DuckDBConnection connection)
    {
        Register(connection, "spark_xpath_nodes", XPathFunctions.Nodes);
        Register(connection, "spark_xpath_string", XPathFunctions.Text);
        Register(connection, "spark_xpath_number", XPathFunctions.Number);
        Register(connection, "spark_xpath_boolean", XPathFunctions.Boolean);
        Register(connection, "spark_hash", SparkHash.Murmur3);
        Register(connection, "spark_xxhash64", SparkHash.XxHash64);
        Register(connection, "spark_type_name", type => SparkTypeNames.Of(SqlType.Parse(type)));
    }

    private static void Register(DuckDBConnection connection, string name, Func<string, string> function) =>
        connection.RegisterScalarFunction<string, string>(name, (arguments, results, rows) =>
        {
            for (ulong row = 0; row < rows; row++)
                Write(results, row, arguments[0].IsValid(row) ? function(arguments[0].GetValue<string>(row)) : null);
        }, new() { HandlesNulls = true });

    private static void Register(DuckDBConnection connection, string name, Func<string, string, string?> function) =>
        Register<string>(connection, name, (first, second, results, row) => Write(results, row, function(first, second)));

    private static void Register<T>(DuckDBConnection connection, string name, Func<string, string, T?> function)
        where T : struct => Register<T>(connection, name, (first, second, results, row) =>
    {
        if (function(first, second) is T value)
            results.WriteValue(value, row);
        else
            results.WriteNull(row);
    });

    private static void Write(IDuckDBDataWriter results, ulong row, string? value)
    {
        if (value is null)
            results.WriteNull(row);
        else
            results.WriteValue(value, row);
    }

    private static void Register<T>(DuckDBConnection connection, string name, Action<string, string, IDuckDBDataWriter, ulong> write) =>
        connection.RegisterScalarFunction<string, string, T>(name, (arguments, results, rows) =>
        {
            for (ulong row = 0; row < rows; row++)
            {
                if (arguments[0].IsValid(row) && arguments[1].IsValid(row))
                    write(arguments[0].GetValue<string>(row), arguments[1].GetValue<string>(row), results, row);
                else
                    results.WriteNull(row);
            }
        }, new() { HandlesNulls = true });
}
