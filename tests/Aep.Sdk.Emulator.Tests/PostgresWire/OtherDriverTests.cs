using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>Drivers of other languages, as they come.</summary>
public sealed class OtherDriverTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Psycopg2Fact]
    public async Task Psycopg2_works_as_with_query_service()
    {
        (int exit, string output, string error) = await ClientProgram.RunAsync(
            fixture, Psycopg2FactAttribute.Python.Value!, ClientProgram.Source("psycopg2_session.py"), "-");
        Assert.True(exit == 0, error);
        JsonObject expected = JsonNode.Parse("""
            {
              "encoding": "UTF8", "ssl": true,
              "parameters": ["[1, 2, 3]", "['a', \"b'\"]"], "named": [42, "total", 1],
              "rows": [6, 15], "server_side": 499500,
              "held": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
              "dictionaries": [{"number": 1, "t": "row 1"}, {"number": 3, "t": "row 3"}],
              "errors": {"table": ["42P01", "15"], "syntax": ["42601", "1"], "cast": ["42703", "39"], "update": ["0A000", "1"]},
              "copy": "0A000", "asked": ["Query Service 0.1.0 (local platform)", "public", "read committed", "on", "test plain returns"],
              "cancel": "57014", "after": "usable", "complex": ["(1,\"{x}\")", "[k -> 2]"], "plain": true
            }
            """)!.AsObject();
        JsonObject actual = JsonNode.Parse(output)!.AsObject();
        foreach ((string name, JsonNode? value) in expected)
            Assert.True(JsonNode.DeepEquals(value, actual[name]), $"{name}: {actual[name]?.ToJsonString()}");
    }

    [PgJdbcFact]
    public async Task PgJdbc_reads_the_catalog_and_runs_statements()
    {
        using var folder = new TemporaryFolder();
        string source = Path.Combine(folder.Path, "PgJdbcSession.java");
        await File.WriteAllTextAsync(source, ClientProgram.Source("PgJdbcSession.java"));
        (int exit, string output, string error) = await ClientProgram.RunAsync(
            fixture, PgJdbcFactAttribute.Java!, "", "-cp", PgJdbcFactAttribute.Jar, source);
        Assert.True(exit == 0, output + error);
        Assert.Equal("""
            product=PostgreSQL
            schemas=information_schema; pg_catalog; public
            catalogs=dev:all
            tables=jdbc_rows TABLE; jdbc_view VIEW
            columns=n int4 4 1 1; t varchar 12 2 1; at timestamp 93 3 1; s varchar 12 4 1
            keys=n 1
            imported=line jdbc_rows n
            indexes=jdbc_rows_pkey n
            types=true
            privileges=true
            functions=sess_timeout
            values=7 1152921504606846976 it's 1234567890123456789012345.125 true 2024-02-29
            batch=[1, 1, 1]
            cursor=499500
            isolation=2
            valid=true
            missing=42P01
            timeout=57014
            """.ReplaceLineEndings("\n"), string.Join('\n', output.ReplaceLineEndings("\n").Split('\n').Distinct()).TrimEnd());
    }
}
