using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class ExternalAudienceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/ais/external-audience";
    private readonly SegmentationClient _segments = new(fixture);
    private readonly LandingZoneClient _landingZone = new(fixture);

    private static JsonObject Body(string name, string path, string type = "file") => JsonCalls.Json($$"""
        { "name": "{{name}}", "description": "From elsewhere", "originName": "CUSTOM_UPLOAD", "ttlInDays": "40", "labels": ["core/C1"],
          "fields": [{ "name": "ppid", "type": "string", "identityNs": "ECID" }, { "name": "list_id", "type": "string" }],
          "sourceSpec": { "params": { "path": "{{path}}", "type": "{{type}}", "cloudType": "DLZ" } }, "namespace": "partner" }
        """);

    private async Task<string> CreateAsync(JsonObject body)
    {
        JsonObject asked = await fixture.Client.CallAsync(202, HttpMethod.Post, Base, body);
        JsonObject done = await Polling.UntilAsync(
            () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/operations/{asked["operationId"]}"),
            operation => (string?)operation["status"] != "PROCESSING");
        Assert.True((string?)done["status"] == "SUCCESS", done.ToJsonString());
        Assert.Equal(40, (int)done["operationDetails"]!["ttlInDays"]!);
        return (string)done["audienceId"]!;
    }

    private async Task<JsonObject> RunAsync(string audience, string options = "")
    {
        JsonObject asked = await fixture.Client.CallAsync(
            200, HttpMethod.Post, $"{Base}/{audience}/runs", JsonCalls.Json($$"""{ "dataFilterStartTime": 764245635{{options}} }"""));
        return await Polling.UntilAsync(
            () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{audience}/runs/{asked["runId"]}"),
            run => (string?)run["status"] != "PROCESSING");
    }

    private async Task<string?> StatusAsync(string person, string audience) =>
        (string?)(await _segments.Profiles.GetAsync(person))["segmentMembership"]!["partner"]?[audience]?["status"];

    [Fact]
    public async Task Members_come_from_a_file_of_the_landing_zone_and_rules_may_ask_for_them()
    {
        await _segments.CreatePeopleAsync(("e1", 0.9, "Basel"), ("e2", 0.9, "Bern"), ("e3", 0.1, "Bern"));
        await _landingZone.DropAsync("partners/list.csv", "ppid,list_id\ne1,7\ne2,7\nnobody,7\n");
        string audience = await CreateAsync(Body("Partners", "partners/list.csv"));
        JsonObject run = await RunAsync(audience);
        Assert.True((string?)run["status"] == "SUCCESS", run.ToJsonString());
        Assert.Equal(["DATASET_INGEST", "PROFILE_STORE_INGEST"], run["details"]!.AsArray().Select(stage => (string?)stage!["stage"]));
        Assert.Equal("realized", await StatusAsync("e1", audience));
        Assert.Null(await StatusAsync("e3", audience));

        string likely = await _segments.CreateAsync("Likely partners", $"inSegment(\"{audience}\") and _tenant.city = \"Bern\"");
        Assert.Equal(1, (int)(await _segments.EvaluateAsync(likely))["metrics"]!["segmentedProfileCounter"]![likely]!);
        (int status, JsonObject refused) = await fixture.Client.CallAsync(HttpMethod.Delete, $"{Base}/{audience}");
        Assert.Equal(422, status);
        Assert.Contains(likely, (string?)refused["detail"]);

        // A differential run adds, a full one replaces.
        await _landingZone.DropAsync("partners/list.csv", "ppid,list_id\ne3,7\n");
        Assert.Equal(3, (int)(await RunAsync(audience))["profileCount"]!);
        Assert.Equal(1, (int)(await RunAsync(audience, ", \"differentialIngestion\": false"))["profileCount"]!);
        Assert.Equal("exited", await StatusAsync("e1", audience));
        Assert.Equal("realized", await StatusAsync("e3", audience));
        JsonObject runs = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{audience}/runs");
        Assert.Equal([false, true, true], runs["runs"]!.AsArray().Select(item => (bool)item!["differentialIngestion"]!));

        Assert.Equal(200, (await _segments.SendAsync(HttpMethod.Delete, $"/segment/definitions/{likely}")).Status);
        Assert.Equal(204, (await fixture.Client.CallAsync(HttpMethod.Delete, $"{Base}/{audience}")).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Base}/{audience}/runs")).Status);
        Assert.Null(await StatusAsync("e3", audience));
    }

    [Fact]
    public async Task A_folder_is_read_as_a_whole_and_only_what_was_written_in_time()
    {
        await _segments.CreatePeopleAsync(("f1", 0.9, "Basel"), ("f2", 0.9, "Bern"));
        await _landingZone.DropAsync("folder/a.csv", "ppid,list_id\nf1,7\n");
        await _landingZone.DropAsync("folder/b.csv", "ppid,list_id\nf2,7\n");
        await _landingZone.DropAsync("folder-beside.csv", "ppid,list_id\ne1,7\n");
        string audience = await CreateAsync(Body("Folder", "folder", "folder"));
        Assert.Equal(2, (int)(await RunAsync(audience))["profileCount"]!);
        JsonObject none = await RunAsync(audience, ", \"dataFilterEndTime\": 864245635");
        Assert.Equal("FAILED", (string?)none["status"]);
        Assert.Contains("folder", (string?)none["error"]);
        Assert.Equal("realized", await StatusAsync("f1", audience));
    }

    [Fact]
    public async Task Description_labels_and_days_are_changed()
    {
        string audience = await CreateAsync(Body("Changed", "changed.csv"));
        JsonObject updated = await fixture.Client.CallAsync(200, HttpMethod.Patch, $"{Base}/{audience}", JsonCalls.Json(
            """{ "description": "New", "ttlInDays": 7, "fields": [{ "name": "list_id", "labels": ["core/C2"] }] }"""));
        Assert.Equal("New", (string?)updated["description"]);
        Assert.Equal(7, (int)updated["ttlInDays"]!);
        Assert.Equal("core/C2", (string?)updated["fields"]![1]!["labels"]![0]);
        Assert.Equal("ECID", (string?)updated["fields"]![0]!["identityNs"]);
        JsonObject rename = JsonCalls.Json("""{ "name": "x" }""");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Patch, $"{Base}/{audience}", rename)).Status);
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/{audience}/runs", new JsonObject())).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Patch, Base + "/none", new JsonObject())).Status);
    }

    [Theory]
    [InlineData("name", null, 400, "name")]
    [InlineData("originName", null, 400, "originName")]
    [InlineData("audienceType", "\"accounts\"", 400, "people")]
    [InlineData("ttlInDays", "91", 400, "91")]
    [InlineData("fields", "[]", 400, "fields")]
    [InlineData("fields", "[{ \"name\": \"a\", \"type\": \"text\" }]", 400, "text")]
    [InlineData("fields", "[{ \"name\": \"a\", \"type\": \"string\" }]", 400, "identityNs")]
    [InlineData("sourceSpec", null, 400, "sourceSpec")]
    [InlineData("sourceSpec", "{ \"path\": \"a.csv\", \"type\": \"row\" }", 400, "file or folder")]
    [InlineData("sourceSpec", "{ \"path\": \"a.csv\", \"type\": \"file\", \"cloudType\": \"SFTP\" }", 501, "SFTP")]
    public async Task What_does_not_describe_an_audience_is_refused(string member, string? value, int expected, string says)
    {
        JsonObject body = Body("Bad", "bad.csv");
        body[member] = value is null ? null : JsonNode.Parse(value);
        (int status, JsonObject answer) = await fixture.Client.CallAsync(HttpMethod.Post, Base, body);
        Assert.Equal(expected, status);
        Assert.Contains(says, answer.ToJsonString());
    }
}
