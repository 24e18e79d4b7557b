using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Profiles;

public sealed class MergeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string City = """{ "city": { "type": "string" }, "member": { "type": "boolean" } }""";
    private readonly ProfileClient _profiles = new(fixture);

    [Fact]
    public async Task Precedence_of_datasets_decides_where_a_policy_says_so()
    {
        string strong = await _profiles.CreateDatasetAsync(City), weak = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(strong, """{ "userid": "torn", "city": "Basel" }""");
        await _profiles.IngestAsync(weak, """{ "userid": "torn", "city": "Bern", "member": true }""");
        Assert.Equal("Bern", (string?)(await _profiles.GetAsync("torn"))[_profiles.Tenant]!["city"]);
        JsonObject policy = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/config/mergePolicies", JsonNode.Parse($$"""
            { "name": "Strong first", "schema": { "name": "_xdm.context.profile" }, "identityGraph": { "type": "none" },
              "attributeMerge": { "type": "dataSetPrecedence", "order": ["{{strong}}", "{{weak}}"] } }
            """));
        (int status, JsonObject body) =
            await _profiles.SendAsync($"schema.name=_xdm.context.profile&entityId=torn&entityIdNS=ECID&mergePolicyId={policy["id"]}");
        Assert.True(status == 200, body.ToJsonString());
        JsonNode attributes = Assert.Single(body).Value!["entity"]![_profiles.Tenant]!;
        Assert.Equal("Basel", (string?)attributes["city"]);
        Assert.True((bool)attributes["member"]!);
        Assert.Equal(
            400, (await _profiles.SendAsync("schema.name=_xdm.context.profile&entityId=torn&entityIdNS=ECID&mergePolicyId=0")).Status);
    }

    [Fact]
    public async Task Merge_policies_are_sorted_by_a_member()
    {
        foreach (string name in new[] { "sorted a", "sorted c", "sorted b" })
        {
            await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/config/mergePolicies", JsonCalls.Json($$"""
                { "name": "{{name}}", "schema": { "name": "_xdm.context.profile" }, "identityGraph": { "type": "none" },
                  "attributeMerge": { "type": "timestampOrdered" } }
                """));
        }
        Assert.Equal(["sorted c", "sorted b", "sorted a"], await NamesAsync("-name"));
        Assert.Equal(["sorted a", "sorted b", "sorted c"], await NamesAsync("name"));
    }

    private async Task<IEnumerable<string>> NamesAsync(string order) =>
        (await fixture.Client.CallAsync(
            200, HttpMethod.Get, $"/data/core/ups/config/mergePolicies?orderby={order}&schema.name=_xdm.context.profile"))["children"]!
            .AsArray().Select(policy => (string)policy!["name"]!).Where(name => name.StartsWith("sorted", StringComparison.Ordinal));

    [Fact]
    public async Task Merge_policies_have_one_default()
    {
        JsonObject listed = await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/core/ups/config/mergePolicies?default=true");
        string first = (string)Assert.Single(listed["children"]!.AsArray())!["id"]!;
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Delete, $"/data/core/ups/config/mergePolicies/{first}")).Status);
        JsonObject other = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/config/mergePolicies", JsonCalls.Json("""
            { "name": "Other", "schema": { "name": "_xdm.context.profile" }, "identityGraph": { "type": "none" },
             "attributeMerge": { "type": "timestampOrdered" }, "default": true }
            """));
        Assert.False(
            (bool)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/ups/config/mergePolicies/{first}"))["default"]!);
        JsonObject patched = await fixture.Client.CallAsync(200, HttpMethod.Patch, $"/data/core/ups/config/mergePolicies/{other["id"]}",
            JsonNode.Parse("""[{ "op": "add", "path": "/identityGraph.type", "value": "pdg" }]"""));
        Assert.Equal("pdg", (string?)patched["identityGraph"]!["type"]);
        Assert.Equal(2, (int)patched["version"]!);
    }

    [Fact]
    public async Task What_is_deleted_from_profile_is_gone_until_it_comes_again()
    {
        string dataset = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(
            dataset, """{ "userid": "leaving", "city": "Basel" }""", """{ "userid": "staying", "city": "Basel" }""");
        (int status, _) = await fixture.Client.CallAsync(
            HttpMethod.Delete, "/data/core/ups/access/entities?schema.name=_xdm.context.profile&entityId=leaving&entityIdNS=ECID");
        Assert.Equal(202, status);
        Assert.Equal(404, (await _profiles.FindAsync("leaving")).Status);
        await _profiles.GetAsync("staying");
        JsonObject job =
            await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/system/jobs", new JsonObject { ["dataSetId"] = dataset });
        await Polling.UntilAsync(
            () => fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/ups/system/jobs/{job["id"]}"),
            body => (string?)body["status"] == "COMPLETED");
        Assert.Equal(404, (await _profiles.FindAsync("staying")).Status);
        await _profiles.IngestAsync(dataset, """{ "userid": "leaving", "city": "Bern" }""");
        Assert.Equal("Bern", (string?)(await _profiles.GetAsync("leaving"))[_profiles.Tenant]!["city"]);
    }

    [Fact]
    public async Task Several_are_found_at_once_with_the_fields_that_are_asked_for()
    {
        string dataset = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(
            dataset, """{ "userid": "m1", "city": "Basel", "member": true }""", """{ "userid": "m2", "city": "Bern" }""");
        JsonObject found = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/access/entities", JsonNode.Parse($$"""
            { "schema": { "name": "_xdm.context.profile" }, "fields": ["{{_profiles.Tenant}}.city"], "identities": [
              { "entityId": "m1", "entityIdNS": { "code": "ECID" } }, { "entityId": "m2", "entityIdNS": { "code": "ECID" } },
               { "entityId": "m3", "entityIdNS": { "code": "ECID" } }] }
            """));
        Assert.Equal(["Basel", "Bern"], found.Select(item => (string?)item.Value!["entity"]![_profiles.Tenant]!["city"]).Order());
        Assert.All(found, item => Assert.Null(item.Value!["entity"]![_profiles.Tenant]!["member"]));
    }

    [Fact]
    public async Task A_computed_attribute_counts_the_events_of_a_person()
    {
        string events = await _profiles.CreateEventDatasetAsync();
        await _profiles.IngestEventAsync(events, "counted");
        await _profiles.IngestEventAsync(events, "counted");
        JsonObject attribute = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ca/attributes", JsonCalls.Json("""
            { "name": "emails", "displayName": "Emails", "status": "NEW", "keepCurrent": false,
              "expression": { "type": "PQL", "format": "pql/text", "value": "xEvent[eventType = \"directMarketing.emailSent\"].count()" } }
            """));
        Assert.Equal("SUM", (string?)attribute["mergeFunction"]!["value"]);
        Assert.Equal(2, (int)(await _profiles.GetAsync("counted"))[_profiles.Tenant]!["ComputedAttributes"]!["emails"]!);
        Assert.Equal(202, (await fixture.Client.CallAsync(HttpMethod.Delete, $"/data/core/ca/attributes/{attribute["id"]}")).Status);
        JsonObject wrong = JsonCalls.Json(
            """{ "name": "x", "expression": { "type": "PQL", "format": "pql/text", "value": "xEvent[nothing = 1].count()" } }""");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ca/attributes", wrong)).Status);
    }

    [Fact]
    public async Task Reports_say_where_profiles_come_from()
    {
        string dataset = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(dataset, """{ "userid": "reported", "city": "Basel" }""");
        JsonObject report = await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/core/ups/previewsamplestatus/report/dataset");
        Assert.Equal(1, (int)report["data"]!.AsArray().First(item => (string?)item!["value"] == dataset)!["fullIDsCount"]!);
        Assert.NotEmpty((await fixture.Client.CallAsync(200, HttpMethod.Get,
            "/data/core/ups/previewsamplestatus/report/namespace"))["data"]!.AsArray());
        Assert.Equal("TASK_FINISHED",
            (string?)(await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/core/ups/previewsamplestatus"))["status"]);
        Assert.Equal(404, (await fixture.Client.CallAsync(
            HttpMethod.Get, "/data/core/ups/previewsamplestatus/report/dataset?date=2001-01-01")).Status);
    }
}
