using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.QueryService;

public sealed class AcceleratedQueryTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = "/accelerated-queries";

    private HttpClient Client => fixture.Client;

    [Fact]
    public async Task Rows_and_their_types_come_back_at_once()
    {
        const string Sql =
            "SELECT 'Acme' AS name, CAST(23 AS INT) AS code, 1.5 AS amount, true AS active, CAST(NULL AS STRING) AS nothing, ARRAY(1, 2) "
                + "AS list";
        JsonObject answer = await Client.SendAsync(HttpMethod.Post, Path, new { dbName = "dev:all", sql = Sql, name = "sample" });
        JsonNode row = Assert.Single(answer["results"]!.AsArray())!;
        Assert.Equal(("Acme", 23, 1.5, true), ((string?)row["name"], (int)row["code"]!, (double)row["amount"]!, (bool)row["active"]!));
        Assert.Null(row["nothing"]);
        Assert.Equal("[1,2]", row["list"]!.ToJsonString());
        JsonObject types = answer["resultsMeta"]!["_adhoc"]!["properties"]!.AsObject();
        Assert.Equal(["name", "code", "amount", "active", "nothing", "list"], types.Select(type => type.Key));
        Assert.Equal(("integer", "int", 2147483647),
            ((string?)types["code"]!["type"], (string?)types["code"]!["meta:xdmType"], (int)types["code"]!["maximum"]!));
        Assert.Equal("sample", (string?)answer["request"]!["name"]);
        Assert.NotNull(answer["queryId"]);
    }

    [Fact]
    public async Task A_template_is_run_on_the_datasets_of_the_sandbox()
    {
        await Client.RunAsync(new { sql = "CREATE TABLE accelerated AS SELECT x AS n FROM range(3) AS r(x)" });
        JsonObject template = await Client.SendAsync(HttpMethod.Post, "/query-templates",
            new { name = "sum", sql = "SELECT sum(n) AS total FROM accelerated" }, HttpStatusCode.Accepted);
        JsonObject answer = await Client.SendAsync(HttpMethod.Post, Path, new { dbName = "dev:all", templateId = (string?)template["id"] });
        Assert.Equal(3, (int)answer["results"]![0]!["total"]!);
    }

    [Theory]
    [InlineData("""{ "sql": "SELECT 1" }""", "dbName")]
    [InlineData("""{ "dbName": "prod:all", "sql": "SELECT 1" }""", "sandbox")]
    [InlineData("""{ "dbName": "dev:all" }""", "sql or templateId")]
    [InlineData("""{ "dbName": "dev:all", "sql": "SELECT 1", "templateId": "x" }""", "sql or templateId")]
    [InlineData("""{ "dbName": "dev:all", "sql": "SELECT 1; SELECT 2" }""", "one SELECT")]
    [InlineData("""{ "dbName": "dev:all", "sql": "CREATE TABLE t AS SELECT 1 AS n" }""", "one SELECT")]
    [InlineData("""{ "dbName": "dev:all", "sql": "SELECT * FROM no_such_table" }""", "no_such_table")]
    [InlineData("""{ "dbName": "dev:all", "sql": "SELECT 1 AS a, 2 AS a" }""", "'a'")]
    public async Task A_request_that_is_wrong_is_refused(string body, string named)
    {
        JsonObject error = await Client.SendAsync(HttpMethod.Post, Path, JsonNode.Parse(body), HttpStatusCode.BadRequest);
        Assert.Contains(named, (string?)error["message"]);
    }

    [Fact]
    public Task A_description_that_is_too_long_is_refused() => Client.SendAsync(
        HttpMethod.Post, Path, new { dbName = "dev:all", sql = "SELECT 1", description = new string('d', 1001) },
        HttpStatusCode.BadRequest);
}
