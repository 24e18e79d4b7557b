using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The engine over the lake of a sandbox: Query Service's functions are defined once, no file but the lake's can be reached, and the limit
/// of memory is that of all sessions together. A session is a connection to it, with temporary objects of its own.
/// </summary>
internal sealed class EngineDatabase : IDisposable
{
    // Spark: division by zero is NULL, NULL comes first when sorted upwards, a constant (or a parameter) sorts nothing.
    private const string Settings = """
        SET GLOBAL TimeZone = 'UTC';
        SET GLOBAL ieee_floating_point_ops = false;
        SET GLOBAL default_null_order = 'nulls_first_on_asc_last_on_desc';
        SET GLOBAL order_by_non_integer_literal = true;
        SET GLOBAL errors_as_json = true;
        """;

    private const string Version = $"CREATE MACRO version() AS 'Query Service {ServerParameters.Version} (local platform)';";

    private readonly DuckDBConnection _root = DuckDb.Open();

    /// <param name="folder">The lake: the only folder that statements may read and write.</param>
    public EngineDatabase(string folder)
    {
        AdobeAggregates.Register(_root);
        ScalarFunctions.Register(_root);
        Execute(Settings + Version + EmbeddedText("spark.sql") + EmbeddedText("adobe.sql") + EmbeddedText("postgres.sql"));
        Execute($"SET allowed_directories = [{DuckDb.Literal(folder)}]; SET enable_external_access = false;");
    }

    /// <summary>A connection that is the caller's to dispose.</summary>
    public DuckDBConnection Connect()
    {
        DuckDBConnection connection = _root.Duplicate();
        connection.Open();
        return connection;
    }

    public void Dispose() => _root.Dispose();

    private static string EmbeddedText(string name)
    {
        using Stream stream = typeof(EngineDatabase).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = _root.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
