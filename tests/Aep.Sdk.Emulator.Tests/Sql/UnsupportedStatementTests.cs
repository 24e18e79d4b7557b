using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class UnsupportedStatementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE", "MERGE")]
    [InlineData("UPDATE t SET a = 1", "UPDATE")]
    [InlineData("DELETE FROM t WHERE a = 1", "DELETE")]
    [InlineData("TRUNCATE TABLE t", "TRUNCATE")]
    [InlineData("CREATE MODEL m OPTIONS(MODEL_TYPE='logistic_reg') AS SELECT 1 AS a", "CREATE MODEL")]
    [InlineData("CREATE OR REPLACE MODEL m AS SELECT 1 AS a", "CREATE OR REPLACE MODEL")]
    [InlineData("DROP MODEL m", "DROP MODEL")]
    [InlineData("SELECT * FROM model_evaluate(m, 1, SELECT 1)", "model_evaluate")]
    [InlineData("SELECT * FROM model_predict(m, 1, SELECT 1)", "model_predict")]
    [InlineData("CREATE TEMP TABLE t AS SELECT 1 AS a", "CREATE TEMP TABLE")]
    [InlineData("CREATE MATERIALIZED VIEW v AS SELECT 1 AS a", "CREATE MATERIALIZED VIEW")]
    [InlineData("CREATE INDEX i ON t (a)", "CREATE INDEX")]
    [InlineData("CREATE FUNCTION f() RETURNS INT AS 'SELECT 1'", "CREATE FUNCTION")]
    [InlineData("COPY (SELECT 1) TO '%scratch_space%/x' WITH FORMAT 'csv'", "COPY")]
    [InlineData("GRANT SELECT ON t TO u", "GRANT")]
    [InlineData("SAVEPOINT s", "SAVEPOINT")]
    [InlineData("VACUUM", "VACUUM")]
    [InlineData("CALL p()", "CALL")]
    [InlineData("ATTACH 'file.db'", "ATTACH")]
    [InlineData("INSTALL httpfs", "INSTALL")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", "read_csv")]
    public async Task What_the_platform_lacks_is_refused_by_name(string sql, string construct)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        PostgresException error = await connection.FailsAsync(sql);
        Assert.Equal("0A000", error.SqlState);
        Assert.Contains(construct, error.MessageText);
    }

    [Theory]
    [InlineData("SELECT 'MERGE INTO t', \"UPDATE\" /* DELETE FROM t */ FROM (SELECT 1 AS \"UPDATE\") AS q -- CREATE MODEL m")]
    [InlineData("SELECT 1 AS merge FROM (SELECT 'model_evaluate(1)' AS x) AS q")]
    public async Task What_only_looks_like_it_runs(string sql)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Single(await connection.RowsAsync(sql));
    }
}
