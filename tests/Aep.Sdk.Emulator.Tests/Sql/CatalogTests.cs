using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>PostgreSQL's catalog, asked in the way of pgJDBC's metadata calls and of tools that read information_schema.</summary>
public sealed class CatalogTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Metadata_queries_of_jdbc_find_tables_and_columns()
    {
        await using NpgsqlConnection connection = await OpenAsync("jdbc_one");
        List<object?[]> tables = await connection.RowsAsync("""
            SELECT n.nspname AS TABLE_SCHEM, c.relname AS TABLE_NAME,
                CASE n.nspname ~ '^pg_' OR n.nspname = 'information_schema' WHEN true THEN 'SYSTEM TABLE' WHEN false THEN CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'v' THEN 'VIEW' END END AS TABLE_TYPE,
                d.description AS REMARKS
            FROM pg_catalog.pg_namespace n, pg_catalog.pg_class c
            LEFT JOIN pg_catalog.pg_description d ON (c.oid = d.objoid AND d.objsubid = 0 and d.classoid = 'pg_class'::regclass)
            WHERE c.relnamespace = n.oid AND c.relname LIKE 'jdbc\_one%' ESCAPE '\' ORDER BY TABLE_TYPE, TABLE_SCHEM, TABLE_NAME
            """);
        Assert.Equal([("public", "jdbc_one", "TABLE"), ("public", "jdbc_one_view", "VIEW")], tables.Select(
            row => ((string)row[0]!, (string)row[1]!, (string)row[2]!)));
        List<object?[]> columns = await connection.RowsAsync("""
            SELECT * FROM (SELECT n.nspname, c.relname, a.attname, a.atttypid, a.attnotnull OR (t.typtype = 'd' AND t.typnotnull) AS attnotnull, a.atttypmod, a.attlen, t.typtypmod,
                row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS attnum, pg_catalog.pg_get_expr(def.adbin, def.adrelid) AS adsrc, dsc.description, t.typbasetype, t.typtype
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON (c.relnamespace = n.oid) JOIN pg_catalog.pg_attribute a ON (a.attrelid=c.oid)
            JOIN pg_catalog.pg_type t ON (a.atttypid = t.oid) LEFT JOIN pg_catalog.pg_attrdef def ON (a.attrelid=def.adrelid AND a.attnum = def.adnum)
            LEFT JOIN pg_catalog.pg_description dsc ON (c.oid=dsc.objoid AND a.attnum = dsc.objsubid)
            WHERE c.relkind in ('r','p','v','f','m') and a.attnum > 0 AND NOT a.attisdropped AND c.relname LIKE 'jdbc_one') c WHERE true ORDER BY nspname, c.relname, attnum
            """);
        Assert.Equal([("a", 23L), ("b", 1043L), ("c", 1114L)], columns.Select(row => ((string)row[2]!, (long)row[3]!)).Order());
    }

    [Fact]
    public async Task Types_are_found_by_id_and_by_name_as_jdbc_looks_for_them()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal([true, "pg_catalog", "int4"], Assert.Single(await connection.RowsAsync(
            "SELECT n.nspname = ANY(current_schemas(true)), n.nspname, t.typname FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n "
                + "ON t.typnamespace = n.oid WHERE t.oid = 23")));
        Assert.Equal([true, false], (await connection.RowsAsync(
            "SELECT typinput='pg_catalog.array_in'::regproc AS is_array FROM pg_catalog.pg_type WHERE typname IN ('_int4', 'int4') ORDER "
                + "BY is_array DESC")).Select(row => (bool)row[0]!));
    }

    [Fact]
    public async Task The_query_of_a_view_is_shown()
    {
        await using NpgsqlConnection connection = await OpenAsync("viewed");
        const string query = "SELECT b FROM viewed";
        Assert.Equal(query, await connection.ScalarAsync(
            "SELECT pg_catalog.pg_get_viewdef(c.oid, true) FROM pg_catalog.pg_class c WHERE c.relname = 'viewed_view'"));
        Assert.Equal(query, await connection.ScalarAsync("SELECT definition FROM pg_catalog.pg_views WHERE viewname = 'viewed_view'"));
    }

    [Fact]
    public async Task Information_schema_shows_tables_and_columns()
    {
        await using NpgsqlConnection connection = await OpenAsync("listed_info");
        Assert.Equal([("listed_info", "BASE TABLE"), ("listed_info_view", "VIEW")], (await connection.RowsAsync(
            "SELECT table_name, table_type FROM information_schema.tables WHERE table_name LIKE 'listed_info%' ORDER BY 1")).Select(
                row => ((string)row[0]!, (string)row[1]!)));
        Assert.Equal(["a integer", "b character varying", "c timestamp without time zone"], (await connection.RowsAsync(
            "SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_name = 'listed_info' ORDER BY 1")).Select(
                row => (string)row[0]!));
    }

    [Fact]
    public async Task What_only_looks_like_the_catalog_stays_as_it_is()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(
            ["pg_catalog.pg_class ~ 'x' COLLATE pg_catalog.default", true, false, true], Assert.Single(await connection.RowsAsync("""
            SELECT 'pg_catalog.pg_class ~ ''x'' COLLATE pg_catalog.default' /* 'a' ~ 'b' OPERATOR(pg_catalog.~) */, t ~ 'B.*d', (SELECT t !~* 'b.D'), t OPERATOR(pg_catalog.~) '^(aBcd)$' COLLATE pg_catalog.default
            FROM (SELECT 'aBcd' AS t) AS s -- !~ pg_catalog.pg_type
            """)));
    }

    [Theory]
    [InlineData("SELECT * FROM pg_catalog.pg_largeobject", "0A000")]
    [InlineData("SELECT * FROM information_schema.triggers", "0A000")]
    [InlineData("SELECT 'nowhere'::regclass", "42P01")]
    [InlineData("SELECT 'no_type'::regtype", "42704")]
    public async Task What_the_catalog_lacks_is_refused(string sql, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(state, (await connection.FailsAsync(sql)).SqlState);
    }

    private async Task<NpgsqlConnection> OpenAsync(string table)
    {
        NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            $"CREATE TABLE {table} AS SELECT 1 AS a, 'x' AS b, TIMESTAMP '2024-01-01 00:00:00' AS c; CREATE VIEW {table}_view AS SELECT b "
                + $"FROM {table}");
        return connection;
    }
}
