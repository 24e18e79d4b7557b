using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.StreamingIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Profiles;

/// <summary>Persons with several identities in an identityMap: the graph grows, and a merge policy says whether it counts.</summary>
public sealed class StitchingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly ProfileClient _profiles = new(fixture);
    private readonly RegistryClient _registry = new(fixture);
    private readonly BatchClient _batches = new(fixture);

    [Fact]
    public async Task Fragments_that_share_an_identity_are_one_person_and_a_later_row_joins_two_persons()
    {
        string dataset = await CreateMappedDatasetAsync();
        await IngestAsync(dataset, """{ "ECID": [{ "id": "s1", "primary": true }], "Email": [{ "id": "s@x.org" }] }""", "city", "Basel");
        await IngestAsync(dataset, """{ "ECID": [{ "id": "s2", "primary": true }], "Email": [{ "id": "s@x.org" }] }""", "team", "red");
        await IngestAsync(dataset, """{ "Phone": [{ "id": "+41", "primary": true }] }""", "city", "Bern");
        JsonObject merged = await _profiles.GetAsync("s@x.org", "Email");
        Assert.Equal("Basel", (string?)merged[_profiles.Tenant]!["city"]);
        Assert.Equal("red", (string?)merged[_profiles.Tenant]!["team"]);
        Assert.Equal(["ecid", "email"], merged["identityMap"]!.AsObject().Select(item => item.Key).Order());

        await IngestAsync(dataset, """{ "Phone": [{ "id": "+41", "primary": true }], "ECID": [{ "id": "s2" }] }""", "floor", "2");
        JsonObject joined = await _profiles.GetAsync("s1");
        Assert.Equal(["ecid", "email", "phone"], joined["identityMap"]!.AsObject().Select(item => item.Key).Order());
        Assert.Equal("Bern", (string?)joined[_profiles.Tenant]!["city"]); // said later than Basel
        Assert.Equal("2", (string?)joined[_profiles.Tenant]!["floor"]);
        JsonObject cluster = await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/core/identity/cluster/members?nsid=4&id=s1");
        Assert.Equal(4, cluster["clusters"]![0]!["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_the_graph_each_identity_has_what_was_said_about_it_alone()
    {
        string dataset = await CreateMappedDatasetAsync();
        await IngestAsync(dataset, """{ "ECID": [{ "id": "n1", "primary": true }], "Email": [{ "id": "n@x.org" }] }""", "city", "Basel");
        await IngestAsync(dataset, """{ "ECID": [{ "id": "n2", "primary": true }], "Email": [{ "id": "n@x.org" }] }""", "team", "red");
        JsonObject policy = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/config/mergePolicies", JsonCalls.Json("""
            { "name": "Alone", "schema": { "name": "_xdm.context.profile" }, "identityGraph": { "type": "none" },
              "attributeMerge": { "type": "timestampOrdered" } }
            """));
        (int status, JsonObject body) = await _profiles.SendAsync(
            $"schema.name=_xdm.context.profile&entityId=n1&entityIdNS=ECID&mergePolicyId={policy["id"]}");
        Assert.Equal(200, status);
        JsonNode alone = Assert.Single(body).Value!["entity"]!;
        Assert.Equal("Basel", (string?)alone[_profiles.Tenant]!["city"]);
        Assert.Null(alone[_profiles.Tenant]!["team"]);
        Assert.Equal("red", (string?)(await _profiles.GetAsync("n1"))[_profiles.Tenant]!["team"]);
    }

    [Fact]
    public async Task Reports_count_combinations_of_namespaces_and_who_is_unknown()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync();
        try
        {
            var profiles = new ProfileClient(own);
            string people = await profiles.CreateStitchedDatasetAsync("{}");
            await profiles.IngestAsync(people, """{ "userid": "u1", "email": "u@x.org" }""", """{ "userid": "u2" }""");
            string events = await profiles.CreateEventDatasetAsync();
            await profiles.IngestEventAsync(events, "u3");
            JsonNode overlap = await ReportAsync(own, "/namespace/overlap");
            Assert.Equal(1, (int)overlap["ECID,Email"]!);
            Assert.Equal(2, (int)overlap["ECID"]!);
            Assert.Equal(2, (int)(await ReportAsync(own, "/dataset/overlap"))[people]!);
            JsonNode unknown = await ReportAsync(own, "/unknownProfiles");
            Assert.Equal(3, (int)unknown["totalNumberOfProfiles"]!);
            Assert.Equal(1, (int)unknown["totalNumberOfEvents"]!);
            Assert.Equal(2, (int)unknown["unknownProfiles"]!["7days"]!["nsDistribution"]!["ECID"]!["countOfProfiles"]!);
            JsonNode ecid = (await ReportAsync(own, "/namespace")).AsArray().Single(item => (string?)item!["code"] == "ECID")!;
            Assert.Equal("4", (string?)ecid["value"]);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_batch_of_events_is_deleted_and_one_of_records_is_not()
    {
        string events = await _profiles.CreateEventDatasetAsync();
        await _profiles.IngestEventAsync(events, "deleted");
        JsonObject first = (await BatchesOfAsync(events)).Single();
        await _profiles.IngestEventAsync(events, "deleted");
        Assert.Equal(2, await EventsOfAsync("deleted"));
        JsonObject job = await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/system/jobs", new JsonObject
        {
            ["datasetId"] = events,
            ["batchId"] = (string?)first["id"],
        });
        await Polling.UntilAsync(
            () => fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/ups/system/jobs/{job["id"]}"),
            body => (string?)body["status"] == "COMPLETED");
        Assert.Equal(1, await EventsOfAsync("deleted"));

        string records = await CreateMappedDatasetAsync();
        await IngestAsync(records, """{ "ECID": [{ "id": "kept", "primary": true }] }""", "city", "Basel");
        var body = new JsonObject { ["batchId"] = (string?)(await BatchesOfAsync(records)).Single()["id"] };
        (int status, JsonObject refused) = await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ups/system/jobs", body);
        Assert.Equal(400, status);
        Assert.Contains("records", (string?)refused["detail"]);
    }

    [Fact]
    public async Task What_is_streamed_is_in_the_profile()
    {
        var streaming = new StreamingClient(fixture);
        string dataset = await _profiles.CreateEventDatasetAsync();
        string schema = (string)(await _batches.Catalog.GetDatasetAsync(dataset))["schemaRef"]!["id"]!;
        JsonObject inlet = await streaming.OpenInletAsync();
        JsonObject entity = streaming.Entity(Guid.NewGuid().ToString());
        entity[_profiles.Tenant]!["userid"] = "streamed";
        (int status, JsonObject answer) = await StreamingClient.PostAsync(
            (string)inlet["inletUrl"]!, streaming.Message(dataset, schema, entity).ToJsonString());
        Assert.True(status == 200, answer.ToJsonString());
        await Polling.UntilAsync(() => _profiles.FindAsync("streamed"), found => found.Status == 200);
        Assert.Equal(1, await EventsOfAsync("streamed"));
    }

    private async Task<JsonObject[]> BatchesOfAsync(string dataset)
    {
        JsonObject found = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/catalog/batches?dataSet={dataset}");
        return [.. found.Select(item => new JsonObject { ["id"] = item.Key })];
    }

    private async Task<int> EventsOfAsync(string person)
    {
        (int status, JsonObject body) = await _profiles.SendAsync(
            "schema.name=_xdm.context.experienceevent&relatedSchema.name=_xdm.context.profile"
            + $"&relatedEntityId={person}&relatedEntityIdNS=ECID");
        Assert.True(status == 200, body.ToJsonString());
        return body["children"]!.AsArray().Count;
    }

    private static async Task<JsonNode> ReportAsync(EmulatorFixture own, string path) =>
        (await own.Client.CallAsync(200, HttpMethod.Get, "/data/core/ups/previewsamplestatus/report" + path))["data"]!;

    private async Task<string> CreateMappedDatasetAsync()
    {
        JsonObject fields = RegistryClient.TextField("city");
        foreach (string name in new[] { "team", "floor" })
            fields[name] = JsonCalls.Json("""{ "type": "string" }""");
        JsonObject schema = await _registry.CreateProfileSchemaAsync(fields);
        schema = await fixture.Client.CallAsync(
            200, HttpMethod.Patch, $"/data/foundation/schemaregistry/tenant/schemas/{schema["meta:altId"]}", JsonNode.Parse("""
            [{ "op": "add", "path": "/allOf/-", "value": { "$ref": "https://ns.adobe.com/xdm/context/identitymap" } }]
            """), "application/vnd.adobe.xed+json");
        await _registry.EnableAsync(schema);
        JsonObject body = CatalogClient.Dataset("Mapped", (string)schema["$id"]!);
        body["tags"]!["unifiedProfile"] = new JsonArray("enabled:true");
        (int status, JsonNode answer) = await _batches.Catalog.SendAsync(HttpMethod.Post, "/dataSets", body);
        Assert.True(status == 201, answer.ToJsonString());
        return ((string)answer[0]!)["@/dataSets/".Length..];
    }

    private async Task IngestAsync(string dataset, string identityMap, string name, string value)
    {
        var row = new JsonObject
        {
            ["identityMap"] = JsonNode.Parse(identityMap),
            [_profiles.Tenant] = new JsonObject { [name] = value },
        };
        JsonObject batch = await _batches.IngestAsync(dataset, BatchClient.Lines(row));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }
}
