using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class DefinitionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = "/segment/definitions";
    private readonly SegmentationClient _segments = new(fixture);

    [Fact]
    public async Task A_definition_lives_until_it_is_deleted()
    {
        await _segments.CreatePeopleAsync();
        JsonObject body = _segments.Definition("Likely", "_tenant.propensity >= 0.2 and _tenant.propensity <= 0.93");
        (int status, JsonObject created) = await _segments.SendAsync(HttpMethod.Post, Path, body);
        Assert.True(status == 200, created.ToJsonString());
        Assert.Equal(60, (int)created["ttlInDays"]!);
        Assert.Equal("dev", (string?)created["sandbox"]!["sandboxName"]);
        Assert.Equal(fixture.Emulator.OrgId, (string?)created["imsOrgId"]);
        Assert.True(JsonNode.DeepEquals(body["expression"], created["expression"]));
        Assert.True((bool)created["evaluationInfo"]!["batch"]!["enabled"]!);

        string item = $"{Path}/{created["id"]}";
        Assert.True(JsonNode.DeepEquals(created, (await _segments.SendAsync(HttpMethod.Get, item)).Body));
        Assert.Equal(200, (await _segments.SendAsync(HttpMethod.Delete, item)).Status);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Get, item), 404, (string)created["id"]!);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Delete, item), 404, (string)created["id"]!);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name()
    {
        await _segments.CreatePeopleAsync();
        string id = await _segments.CreateAsync("Before", "_tenant.propensity > 0.5");
        (int status, JsonObject changed) = await _segments.SendAsync(
            HttpMethod.Patch, $"{Path}/{id}", JsonCalls.Json("""{ "name": "After", "id": "other" }"""));
        Assert.True(status == 200, changed.ToJsonString());
        Assert.Equal("After", (string?)changed["name"]);
        Assert.Equal(id, (string?)changed["id"]);
        Assert.Equal("Made by a test", (string?)changed["description"]);
        Assert.True(JsonNode.DeepEquals(changed, (await _segments.SendAsync(HttpMethod.Get, $"{Path}/{id}")).Body));
    }

    [Fact]
    public async Task A_change_to_what_is_not_valid_is_refused_and_changes_nothing()
    {
        await _segments.CreatePeopleAsync();
        string id = await _segments.CreateAsync("Fixed", "_tenant.propensity > 0.5");
        (_, JsonObject before) = await _segments.SendAsync(HttpMethod.Get, $"{Path}/{id}");
        JsonObject nameless = JsonCalls.Json("""{ "name": "" }""");
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Patch, $"{Path}/{id}", nameless), 400, "name");
        JsonObject rule = JsonCalls.Json("""{ "expression": { "type": "PQL", "format": "pql/text", "value": "1 >" } }""");
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Patch, $"{Path}/{id}", rule), 400, "PQL");
        JsonObject renamed = JsonCalls.Json("""{ "name": "x" }""");
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Patch, $"{Path}/0", renamed), 404, "0");
        Assert.True(JsonNode.DeepEquals(before, (await _segments.SendAsync(HttpMethod.Get, $"{Path}/{id}")).Body));
    }

    [Theory]
    [InlineData("name", "null", "name")]
    [InlineData("name", "\"  \"", "name")]
    [InlineData("schema", """{ "name": "_xdm.context.experienceevent" }""", "schema.name")]
    [InlineData("schema", "null", "schema.name")]
    [InlineData("expression", "null", "expression")]
    [InlineData("expression", """{ "type": "SQL", "format": "pql/text", "value": "true" }""", "SQL")]
    [InlineData("expression", """{ "type": "PQL", "format": "pql/text" }""", "expression.value")]
    [InlineData("expression", """{ "type": "PQL", "format": "pql/text", "value": "" }""", "PQL")]
    [InlineData("expression", """{ "type": "PQL", "format": "pql/text", "value": "not.there = 1" }""", "not.there")]
    [InlineData("expression", """{ "type": "PQL", "format": "pql/text", "value": "_id.shout() > 1" }""", "shout()")]
    [InlineData("expression", """{ "type": "PQL", "format": "sql", "value": "true" }""", "format")]
    public async Task A_definition_that_is_not_valid_is_refused(string member, string value, string says)
    {
        JsonObject body = _segments.Definition("Wrong", "true");
        body[member] = JsonNode.Parse(value);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, Path, body), 400, says);
    }

    [Fact]
    public async Task Rules_may_be_json()
    {
        await _segments.CreatePeopleAsync();
        JsonObject converted = _segments.Definition("Json", "_tenant.propensity > 0.5 and not (_tenant.city = \"Bern\")");
        (int status, JsonObject answer) = await _segments.SendAsync(HttpMethod.Post, "/segment/conversion", converted);
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Equal("pql/json", (string?)answer["expression"]!["format"]);
        (status, JsonObject created) = await _segments.SendAsync(HttpMethod.Post, Path, answer);
        Assert.True(status == 200, created.ToJsonString());
        (_, JsonObject back) = await _segments.SendAsync(HttpMethod.Post, "/segment/conversion", answer);
        Assert.Equal(_segments.Rule("_tenant.propensity > 0.5 and not _tenant.city = \"Bern\""), (string?)back["expression"]!["value"]);
    }

    // The example of Adobe's specification, for two fields that exist.
    [Fact]
    public async Task A_rule_in_the_documented_json_is_kept_as_it_is_and_evaluated()
    {
        await _segments.CreatePeopleAsync(("j1", 0.9, "j1"), ("j2", 0.9, "Bern"));
        string tenant = _segments.Profiles.Tenant;
        string rule = new JsonObject
        {
            ["nodeType"] = "fnApply",
            ["fnName"] = "=",
            ["params"] = new JsonArray(Lookup("userid", Lookup(tenant, Profile())), Lookup("city", Lookup(tenant, Profile()))),
        }.ToJsonString();
        JsonObject body = _segments.Definition("Documented", "true");
        body["expression"] = new JsonObject { ["type"] = "PQL", ["format"] = "pql/json", ["value"] = rule };
        (int status, JsonObject created) = await _segments.SendAsync(HttpMethod.Post, Path, body);
        Assert.True(status == 200, created.ToJsonString());
        string id = (string)created["id"]!;
        (_, JsonObject kept) = await _segments.SendAsync(HttpMethod.Get, $"{Path}/{id}");
        Assert.Equal(rule, (string?)kept["expression"]!["value"]);
        Assert.Equal(1, (int)(await _segments.EvaluateAsync(id))["metrics"]!["segmentedProfileCounter"]![id]!);
        (_, JsonObject text) = await _segments.SendAsync(HttpMethod.Post, "/segment/conversion", kept);
        Assert.Equal($"$1.{tenant}.userid = $1.{tenant}.city", (string?)text["expression"]!["value"]);
    }

    private static JsonObject Lookup(string field, JsonObject target) =>
        new() { ["nodeType"] = "fieldLookup", ["fieldName"] = field, ["object"] = target };

    private static JsonObject Profile() => new() { ["nodeType"] = "parameterReference", ["position"] = 1 };

    [Fact]
    public async Task Listings_give_the_page_that_is_asked_for()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync();
        try
        {
            var segments = new SegmentationClient(own);
            List<string> created = [];
            for (int i = 0; i < 21; i++)
                created.Add(await segments.CreateAsync($"Segment {i}", "true"));
            await AssertPageAsync(segments, "", created[..20], pages: 2);
            await AssertPageAsync(segments, "?limit=9", created[..9], pages: 3);
            await AssertPageAsync(segments, "?limit=9&page=2", created[18..], pages: 3);
            await AssertPageAsync(segments, "?limit=7&page=2", created[14..], pages: 3);
            await AssertPageAsync(segments, "?limit=9&page=3", [], pages: 3);
            await AssertPageAsync(segments, "?limit=100&page=0", created, pages: 1);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static async Task AssertPageAsync(SegmentationClient segments, string query, IEnumerable<string> expected, int pages)
    {
        (_, JsonObject body) = await segments.SendAsync(HttpMethod.Get, Path + query);
        Assert.Equal(expected, body["segments"]!.AsArray().Select(segment => (string)segment!["id"]!));
        Assert.Equal(21, (int)body["page"]!["totalCount"]!);
        Assert.Equal(pages, (int)body["page"]!["totalPages"]!);
        Assert.Equal(expected.Count(), (int)body["page"]!["pageSize"]!);
    }
}
