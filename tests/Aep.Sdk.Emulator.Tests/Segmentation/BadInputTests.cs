using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

/// <summary>What is wrong is refused, with what and where.</summary>
public sealed class BadInputTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly SegmentationClient _segments = new(fixture);

    [Theory]
    [InlineData("_tenant.nothing = 1", "is not in the union schema at position 0")]
    [InlineData("true and person.nothing = 1", "person.nothing is not in the union schema at position 9")]
    [InlineData("_tenant.propensity = \"high\"", "'=' cannot compare a number with a text at position 21")]
    [InlineData("_tenant.city > 3", "'>' cannot compare a text with a number")]
    [InlineData("_tenant.city + 1 > 3", "+ needs a number, but this is a text")]
    [InlineData("_tenant.propensity", "must be true or false, but is a number")]
    [InlineData("_tenant.city.sum() > 1", "sum needs a list, but this is a text")]
    [InlineData("_tenant.propensity.startsWith(\"a\")", "startsWith needs a text, but this is a number")]
    [InlineData("_tenant.city = \"Basel", "A quoted text is not closed at position")]
    [InlineData("(_tenant.propensity > 1", "')' is expected")]
    [InlineData("_tenant.propensity >", "The rule ends too early")]
    [InlineData("_tenant.city.shout()", "The function shout() is not known")]
    [InlineData("_tenant.propensity in [\"a\"] and", "The rule ends too early")]
    [InlineData("inSegment(\"nobody\")", "there is no such segment definition")]
    [InlineData("exists X from xEvent where X.nothing = 1", "X.nothing is not in the union schema")]
    [InlineData("xEvent[nothing = 1].count() > 1", "nothing is not in the union schema")]
    [InlineData("timestamp occurs today", "timestamp is not in the union schema")]
    [InlineData("exists X from _tenant.city where X = 1", "X must come from a list, but this is a text")]
    [InlineData("chain(xEvent, eventType, [A: WHAT(true)])", "eventType is not a time of the items")]
    [InlineData("_tenant.propensity occurs today", "occurs needs a time, but this is a number")]
    [InlineData("_tenant.city.matches(\"[\")", "The regular expression is not valid")]
    [InlineData("_tenant.propensity / \"2\" > 1", "/ needs a number, but this is a text")]
    public async Task A_wrong_rule_says_what_and_where(string rule, string says)
    {
        await _segments.CreatePeopleAsync();
        SegmentationClient.AssertRefused(
            await _segments.SendAsync(HttpMethod.Post, "/segment/definitions", _segments.Definition("Wrong", rule)), 400, says);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "must be an object with a nodeType")]
    [InlineData("""{"nodeType":"dance"}""", "The nodeType 'dance' is not known")]
    [InlineData("""{"nodeType":"fnApply","fnName":"="}""", "params must be a list")]
    public async Task A_wrong_tree_says_what(string tree, string says)
    {
        JsonObject body = _segments.Definition("Wrong", tree);
        body["expression"]!["format"] = "pql/json";
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, "/segment/definitions", body), 400, says);
    }

    [Theory]
    [InlineData("/segment/jobs", "[]", "between 1 and 1500")]
    [InlineData("/config/schedules",
        """{ "name": "x", "type": "batch_segmentation", "properties": { "segments": ["*"] }, "schedule": "every day" }""", "cron")]
    [InlineData("/config/schedules", """{ "name": "x", "type": "dance", "properties": {}, "schedule": "0 0 1 * * ?" }""", "type 'dance'")]
    [InlineData("/config/schedules",
        """{ "name": "x", "type": "batch_segmentation", "properties": { "segments": ["*"] }, "schedule": "0 61 1 * * ?" }""",
            "minute '61'")]
    [InlineData("/export/jobs", """{ "schema": { "name": "_xdm.context.profile" } }""", "destination.datasetId")]
    [InlineData("/export/jobs", """{ "schema": { "name": "_xdm.context.profile" }, "destination": { "datasetId": "0" } }""",
        "dataset 0 does not exist")]
    [InlineData("/config/mergePolicies",
        """
        { "name": "x", "schema": { "name": "_xdm.context.profile" }, "identityGraph": { "type": "pdg" },
         "attributeMerge": { "type": "loudest" } }
        """, "loudest")]
    [InlineData("/access/entities", """{ "schema": { "name": "_xdm.context.profile" }, "identities": [] }""", "between 1 and")]
    [InlineData("/system/jobs", "{}", "Either dataSetId or batchId")]
    [InlineData("/segment/definitions/bulk-get", """{ "ids": [] }""", "ids must list")]
    public async Task A_wrong_request_says_what(string path, string body, string says) =>
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, path, JsonNode.Parse(body)), 400, says);

    [Fact]
    public async Task Too_many_segments_in_a_job_are_refused()
    {
        var many = new JsonArray([.. Enumerable.Range(0, 1501).Select(i => new JsonObject { ["segmentId"] = $"{i}" })]);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, "/segment/jobs", many), 400, "not 1501");
    }

    [Fact]
    public async Task An_unknown_namespace_is_refused()
    {
        (int status, JsonObject body) =
            await fixture.Client.CallAsync(HttpMethod.Get, "/data/core/identity/identity?namespace=nowhere&id=1");
        Assert.Equal(400, status);
        Assert.Contains("There is no identity namespace 'nowhere'", (string?)body["detail"]);
    }
}
