using System.Diagnostics;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

public sealed class PsqlTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [PsqlFact]
    public async Task Psql_connects_and_prints_values_as_query_service_does()
    {
        (int exit, string output, string error) = await RunAsync(
            "SELECT 1 AS one, true AS yes, 2.0 :: DOUBLE AS two, TIMESTAMP '2022-09-02 19:47:14' AS time, "
            + "{'a': NULL, 'b': {'c': 'x,y'}} AS struct, [1, 2] AS list, map {'k': {'v': true}} AS map");
        Assert.True(exit == 0, error);
        Assert.Equal("""1|t|2.0|2022-09-02 19:47:14.0|(NULL,"("x,y")")|{1,2}|[k -> "(t)"]""", output.Trim());
    }

    [PsqlFact]
    public async Task Psql_shows_errors_with_their_place()
    {
        (int exit, _, string error) = await RunAsync("SELECT 1 AS a, missing FROM (SELECT 2 AS b) AS s");
        Assert.Equal(1, exit);
        Assert.Contains("ERROR:", error);
        Assert.Contains("LINE 1:", error);
    }

    [PsqlFact]
    public async Task Psql_lists_tables_views_databases_schemas_and_functions()
    {
        await using (Npgsql.NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture))
            await connection.ExecuteAsync(
                "CREATE TABLE psql_table AS SELECT 1 AS a, 'x' AS b; CREATE VIEW psql_view AS SELECT b FROM psql_table");
        (string Command, string[] Holds)[] expected =
        [
            (@"\d", ["public|psql_table|table|", "public|psql_view|view|"]),
            (@"\dt", ["public|psql_table|table|"]),
            (@"\dv", ["public|psql_view|view|"]),
            (@"\d psql_table", ["a|integer|||", "b|character varying|||"]),
            (@"\d+ psql_view", ["b|character varying||||"]),
            (@"\l", ["dev:all|"]),
            (@"\dn", ["public|"]),
            (@"\df", ["public|sess_timeout|"]),
            (@"\du", ["queryservice|"]),
        ];
        foreach ((string command, string[] holds) in expected)
        {
            (int exit, string output, string error) = await RunAsync(command);
            Assert.True(exit == 0 && error.Length == 0, $"{command}: {error}");
            Assert.All(holds, text => Assert.True(output.Contains(text, StringComparison.Ordinal), $"{command}: {output}"));
        }
        Assert.DoesNotContain("psql_view", (await RunAsync(@"\dt")).Output);
        Assert.Contains("Did not find any relation", (await RunAsync(@"\d nothing_like_it")).Error);
    }

    [PsqlFact]
    public async Task Each_command_of_the_page_on_metadata_is_answered()
    {
        foreach (string command in new[]
        {
            @"\conninfo", @"\d", @"\dE", @"\df", @"\df+", @"\di", @"\dm", @"\dn", @"\ds", @"\dS", @"\dt", @"\dT", @"\dv", @"\dtsn", @"\encoding",
            @"\errverbose", @"\l", @"\list", @"\set", @"\timing",
        })
        {
            (int exit, string output, string error) = await RunAsync(command);
            Assert.True(exit == 0 && !error.Contains("ERROR", StringComparison.Ordinal), $"{command}: {error} {output}");
        }
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(string command)
    {
        string[] endpoint = fixture.Emulator.QueryEndpoint.Split(':');
        var start = new ProcessStartInfo(PsqlFactAttribute.Find()!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string target =
            $"host={endpoint[0]} port={endpoint[1]} user={fixture.Emulator.OrgId} dbname=dev:all sslmode=verify-full "
                + $"sslrootcert={fixture.Emulator.CertificateFile}";
        foreach (string argument in new[] { target, "-X", "-A", "-t", "-c", command })
            start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = fixture.Token;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
