using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.QueryService;

public sealed class QueryTemplateTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private HttpClient Client => fixture.Client;

    [Fact]
    public async Task A_template_can_be_made_read_changed_and_deleted()
    {
        JsonObject created = await Client.SendAsync(HttpMethod.Post, "/query-templates",
            new { name = "life", sql = "SELECT 1", queryParameters = new { } }, HttpStatusCode.Accepted);
        string path = $"/query-templates/{created["id"]}";
        Assert.Equal("SELECT 1", (string?)(await Client.SendAsync(HttpMethod.Get, path))["sql"]);
        await Client.SendAsync(HttpMethod.Put, path, new { name = "life", sql = "SELECT 2" }, HttpStatusCode.Accepted);
        Assert.Equal("SELECT 2", (string?)(await Client.SendAsync(HttpMethod.Get, path))["sql"]);
        Assert.Equal("Deleted", (string?)(await Client.SendAsync(HttpMethod.Delete, path, expected: HttpStatusCode.Accepted))["message"]);
        await Client.SendAsync(HttpMethod.Get, path, expected: HttpStatusCode.NotFound);
        await Client.SendAsync(HttpMethod.Post, "/query-templates", new { name = "no sql" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_listing_pages_by_its_links_until_there_is_none()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync();
        for (int index = 0; index < 5; index++)
            await own.Client.SendAsync(
                HttpMethod.Post, "/query-templates", new { name = $"t{index}", sql = "SELECT 1" }, HttpStatusCode.Accepted);
        List<string> seen = [];
        int pages = 0;
        for (string? path = "/query-templates?limit=2"; path is not null; pages++)
        {
            JsonObject page = await own.Client.SendAsync(HttpMethod.Get, path);
            seen.AddRange(page["templates"]!.AsArray().Select(template => (string)template!["name"]!));
            path = (string?)page["_links"]!["next"]?["href"] is string next ? next + "&limit=2" : null;
        }
        Assert.Equal((3, "t4 t3 t2 t1 t0"), (pages, string.Join(' ', seen)));
        JsonObject last = await own.Client.SendAsync(HttpMethod.Get, "/query-templates?limit=2&orderby=%2Bcreated");
        Assert.Equal("t0", (string?)last["templates"]![0]!["name"]);
        JsonObject back = await own.Client.SendAsync(
            HttpMethod.Get, $"/query-templates?limit=2&orderby=created&isPrevLink=true&start={last["_page"]!["next"]}");
        Assert.Equal(["t0", "t1"], back["templates"]!.AsArray().Select(template => (string)template!["name"]!));
        Assert.Single((await own.Client.SendAsync(HttpMethod.Get, "/query-templates?property=name~t3"))["templates"]!.AsArray());
        Assert.Equal(5, (int)(await own.Client.SendAsync(HttpMethod.Get, "/query-templates/count"))["totalCount"]!);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_query_runs_a_template_with_its_parameters()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE template_source AS SELECT 1 AS n");
        await connection.ExecuteAsync("INSERT INTO template_source SELECT x FROM (VALUES (2), (3)) AS v(x)");
        long last =
            (long)(await connection.ScalarAsync("SELECT snapshot_id FROM (SELECT history_meta('template_source')) WHERE is_current"))!;
        const string Sql =
            "$$ BEGIN CREATE TABLE $target AS SELECT n, '$target' AS literal, $note AS note FROM template_source SNAPSHOT BETWEEN $from_id "
                + "AND $to_id; END $$;";
        JsonObject template = await Client.SendAsync(
            HttpMethod.Post, "/query-templates",
                new { name = "training", sql = Sql, queryParameters = new { from_id = "HEAD", note = "it's; DROP TABLE x" } },
                    HttpStatusCode.Accepted);
        JsonObject query = await Client.RunAsync(new
        {
            templateId = (string?)template["id"],
            dbName = "dev:all",
            queryParameters = new { target = "from_template", to_id = last.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        });
        Assert.Equal(("SUCCESS", 3, "training"), ((string?)query["state"], (int?)query["rowCount"], (string?)query["templateName"]));
        object?[] row = (await connection.RowsAsync("SELECT max(n), max(literal), max(note) FROM from_template"))[0];
        Assert.Equal([3, "$target", "it's; DROP TABLE x"], row);
    }

    [Theory]
    [InlineData("SELECT count(*) AS n FROM inlined WHERE region = 'NA' AND revenue > #revenue_max", 1)]
    [InlineData("SELECT count(*) AS n FROM inlined WHERE #rich AND '#rich' <> \"region\" /* #loop */ -- #loop", 2)]
    [InlineData("#everything;", 3)]
    [InlineData("SELECT count(*) AS n FROM (#everything)", 1)]
    [InlineData("# no template, a comment\nSELECT count(*) AS n FROM inlined WHERE revenue > $least", 3)]
    public async Task Templates_stand_in_other_queries_by_their_names(string sql, int count)
    {
        string target = $"inlined_{Guid.NewGuid():N}";
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS inlined AS SELECT region, revenue "
                + "FROM (VALUES ('NA', 1), ('NA', 3), ('EU', 5)) AS v(region, revenue)");
        foreach ((string name, string text) in new[]
        {
            ("revenue_max", "SELECT min(revenue) FROM inlined;"), ("rich", "revenue >= #limit"), ("limit", "3"),
            ("everything", "SELECT count(*) AS n FROM inlined"), ("loop", "SELECT #loop"),
        })
            await Client.SendAsync(HttpMethod.Post, "/query-templates", new { name, sql = text }, HttpStatusCode.Accepted);
        JsonObject query = await Client.RunAsync(new
        {
            sql,
            queryParameters = new { least = 0 },
            ctasParameters = new { datasetName = target },
        });
        Assert.Equal("SUCCESS", (string?)query["state"]);
        Assert.Equal((long)count, await connection.ScalarAsync($"SELECT n FROM {target}"));
        JsonObject error = await Client.SendAsync(HttpMethod.Post, "/queries", new { sql = "SELECT (#loop)" }, HttpStatusCode.BadRequest);
        Assert.Contains("loop", (string?)error["message"]);
    }

    [Fact]
    public async Task A_missing_parameter_is_named()
    {
        JsonObject template = await Client.SendAsync(
            HttpMethod.Post, "/query-templates", new { name = "missing", sql = "SELECT $a, $b" }, HttpStatusCode.Accepted);
        JsonObject error = await Client.SendAsync(
            HttpMethod.Post, "/queries", new { templateId = (string?)template["id"], queryParameters = new { a = 1 } },
            HttpStatusCode.BadRequest);
        Assert.Contains("$b", (string?)error["message"]);
    }
}
