using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.Segmentation;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Sandboxes;

public sealed class PackageTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Exim = "/data/foundation/exim";
    private const string Packages = Exim + "/packages";
    private const string Registry = "/data/foundation/schemaregistry/tenant/";
    private const string Full = "application/vnd.adobe.xed-full+json; version=1";

    [Fact]
    public async Task A_dataset_and_an_audience_are_carried_to_another_sandbox_with_all_that_they_need()
    {
        var segments = new SegmentationClient(fixture);
        string dataset = await segments.CreatePeopleAsync();
        string likely = await segments.CreateAsync("Carried", "_tenant.propensity > 0.5");
        string both = await segments.CreateAsync("Carried twice", $"inSegment(\"{likely}\") and _tenant.city = \"Bern\"");
        string schema = await SchemaOfAsync(fixture.Client, dataset);
        JsonObject package = await CreateAsync(("CATALOG_DATASET", dataset), ("PROFILE_SEGMENT", both));
        Assert.Equal("DRAFT", (string?)package["status"]);
        Assert.Equal(400, (await ImportAsync(package, "prod")).Status); // it is not published
        await FinishAsync((string)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/{package["id"]}/export"))["jobId"]!);
        Assert.Equal("PUBLISHED", (string?)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/{package["id"]}"))["status"]);

        (int status, JsonObject started) = await ImportAsync(package, "prod");
        Assert.True(status == 202, started.ToJsonString());
        JsonObject job = await FinishAsync((string)started["jobId"]!);
        Assert.True((string?)job["jobStatus"] == "SUCCESS", job.ToJsonString());
        JsonObject replaced = job["importReplacementMap"]!.AsObject();
        Assert.Equal(
            ["CATALOG_DATASET", "PROFILE_SEGMENT", "PROFILE_SEGMENT", "REGISTRY_DESCRIPTOR", "REGISTRY_MIXIN", "REGISTRY_SCHEMA"],
            job["completedTasks"]!.AsArray().Select(task => (string)task!["artifact"]!["type"]!).Order());

        using HttpClient target = fixture.CreateClient("prod");
        Assert.Equal((string?)replaced[schema], await SchemaOfAsync(target, (string)replaced[dataset]!));
        string id = Uri.EscapeDataString((string)replaced[schema]!);
        JsonObject copied = await target.CallAsync(200, HttpMethod.Get, $"{Registry}schemas/{id}", accept: Full);
        id = Uri.EscapeDataString(schema);
        JsonObject original = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Registry}schemas/{id}", accept: Full);
        Assert.Equal(
            original["properties"]!.AsObject().Select(item => item.Key), copied["properties"]!.AsObject().Select(item => item.Key));
        Assert.Equal("union", (string?)copied["meta:immutableTags"]![0]);
        id = Uri.EscapeDataString((string)replaced[schema]!);
        JsonObject source = await target.CallAsync(200, HttpMethod.Get, $"{Registry}schemas/{id}", accept: Full.Replace("-full", ""));
        string group = replaced.First(item => item.Key.Contains("/mixins/")).Value!.ToString();
        Assert.Contains(source["allOf"]!.AsArray(), part => (string?)part!["$ref"] == group);
        JsonObject rule = await target.CallAsync(200, HttpMethod.Get, $"/data/core/ups/segment/definitions/{replaced[both]}");
        Assert.Contains((string)replaced[likely]!, (string?)rule["expression"]!["value"]);
    }

    [Fact]
    public async Task What_is_there_already_is_suggested_and_can_be_used_instead()
    {
        string definition = """
            { "name": "Same", "schema": { "name": "_xdm.context.profile" },
              "expression": { "type": "PQL", "format": "pql/text", "value": "true" } }
            """;
        using HttpClient target = fixture.CreateClient("prod");
        string here = await DefineAsync(fixture.Client, definition), there = await DefineAsync(target, definition);
        JsonObject package = await CreateAsync(("PROFILE_SEGMENT", here));
        await FinishAsync((string)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/{package["id"]}/export"))["jobId"]!);
        using HttpResponseMessage conflicts = await fixture.Client.GetAsync($"{Packages}/{package["id"]}/import?targetSandbox=prod");
        JsonNode conflict = Assert.Single(JsonNode.Parse(await conflicts.Content.ReadAsStringAsync())!.AsArray())!;
        Assert.Equal(there, (string?)Assert.Single(conflict["suggestionList"]!.AsArray())!["id"]);

        var alternatives = new JsonObject { [here] = new JsonObject { ["id"] = there, ["type"] = "PROFILE_SEGMENT" } };
        JsonObject job = await FinishAsync((string)(await ImportAsync(package, "prod", alternatives)).Body["jobId"]!);
        Assert.Equal(there, (string?)job["importReplacementMap"]![here]);
        JsonObject all = await target.CallAsync(200, HttpMethod.Get, "/data/core/ups/segment/definitions");
        Assert.Single(all["segments"]!.AsArray(), segment => (string?)segment!["name"] == "Same");
        JsonObject jobs = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/jobs?requestType=IMPORT");
        Assert.Contains(jobs["data"]!.AsArray(), row => (string?)row!["id"] == (string?)job["id"]);
    }

    [Fact]
    public async Task An_import_that_is_refused_says_why()
    {
        var segments = new SegmentationClient(fixture);
        await segments.CreatePeopleAsync();
        string rule = await segments.CreateAsync("Without its schema", "_tenant.propensity > 0.5");
        await fixture.Client.CallAsync(
            202, HttpMethod.Post, "/data/foundation/sandbox-management/sandboxes",
            JsonCalls.Json("""{ "name": "empty", "type": "development" }"""));
        JsonObject package = await CreateAsync(("PROFILE_SEGMENT", rule));
        await FinishAsync((string)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/{package["id"]}/export"))["jobId"]!);
        JsonObject job = await FinishAsync((string)(await ImportAsync(package, "empty")).Body["jobId"]!);
        Assert.Equal("FAILED", (string?)job["jobStatus"]);
        Assert.Contains("propensity", (string?)job["message"]);
        Assert.Equal(400, (await ImportAsync(package, "nowhere")).Status);
    }

    [Theory]
    [InlineData("JOURNEY", "x", 501, "JOURNEY")]
    [InlineData("PROFILE_SEGMENT", "none", 400, "none")]
    public async Task What_cannot_be_carried_is_refused_by_name(string type, string id, int expected, string says)
    {
        JsonObject package = await CreateAsync((type, id));
        (int status, JsonObject body) = await fixture.Client.CallAsync(HttpMethod.Get, $"{Packages}/{package["id"]}/export");
        Assert.Equal(expected, status);
        Assert.Contains(says, body.ToJsonString());
        Assert.Equal(200, (await fixture.Client.CallAsync(HttpMethod.Delete, $"{Packages}/{package["id"]}")).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Packages}/{package["id"]}")).Status);
    }

    [Fact]
    public async Task The_preflight_tells_which_permissions_an_import_lacks()
    {
        const string Roles = "/data/foundation/access-control/administration/roles";
        string dataset = await new SegmentationClient(fixture).CreatePeopleAsync();
        string everybody = await DefineAsync(fixture.Client, """
            { "name": "Everybody", "schema": { "name": "_xdm.context.profile" },
              "expression": { "type": "PQL", "format": "pql/text", "value": "true" } }
            """);
        JsonObject package = await CreateAsync(("CATALOG_DATASET", dataset), ("PROFILE_SEGMENT", everybody));
        string preflight = $"{Packages}/preflight/{package["id"]}";
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Get, $"{preflight}/export?targetSandbox=prod")).Status); // a draft
        await FinishAsync((string)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Packages}/{package["id"]}/export"))["jobId"]!);
        (int status, JsonObject unknown) = await fixture.Client.CallAsync(HttpMethod.Get, $"{preflight}/export?targetSandbox=nowhere");
        Assert.Equal((400, true), (status, unknown.ToJsonString().Contains("nowhere")));

        JsonObject all = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{preflight}/export?targetSandbox=prod");
        Assert.Equal(("prod", (string?)package["id"]), ((string?)all["targetSandboxName"], (string?)all["packageID"]));
        JsonArray answers = all["permissionResponse"]!.AsArray();
        Assert.Equal(
            ["CATALOG_DATASET", "PROFILE_SEGMENT", "REGISTRY_MIXIN", "REGISTRY_SCHEMA"],
            answers.Select(answer => (string?)answer!["artifactType"]).Order());
        Assert.All(answers, answer => Assert.True((bool)answer!["creationAllowed"]!, answer.ToJsonString()));

        JsonNode role = (await fixture.Client.CallAsync(200, HttpMethod.Get, Roles))["items"]![0]!;
        string[] permissions = [.. role["permissionSets"]!.AsArray().Select(item => (string)item!)];
        await GrantAsync(permissions.Except(["manage-segments", "view-datasets", "manage-datasets"]));
        JsonObject some = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{preflight}?targetSandbox=prod");
        await GrantAsync(permissions);
        Assert.Equal(
            ["CATALOG_DATASET: Dataset read write delete", "PROFILE_SEGMENT: Segment write delete"],
            some["permissionResponse"]!.AsArray().Where(answer => !(bool)answer!["creationAllowed"]!)
                .Select(answer => $"{answer!["artifactType"]}: {string.Join("; ", Texts(answer["missingPermissions"]!))}").Order());
        Assert.Contains("Segment read write delete", Texts(some["permissionResponse"]!.AsArray()
            .Single(answer => (string?)answer!["artifactType"] == "PROFILE_SEGMENT")!["requiredPermissions"]!));

        IEnumerable<string> Texts(JsonNode set) => set["resources"]!.AsArray().Select(
            resource => $"{resource!["palmResourceType"]} {string.Join(' ', resource["resourcePermissions"]!.AsArray())}");
        Task<JsonObject> GrantAsync(IEnumerable<string> granted) => fixture.Client.CallAsync(
            200, HttpMethod.Put, $"{Roles}/{role["id"]}",
            new JsonObject { ["permissionSets"] = new JsonArray([.. granted.Select(id => (JsonNode)id)]) });
    }

    [Theory]
    [InlineData("", 90)]
    [InlineData(", \"expiry\": \"2030-05-20T20:05:10Z\"", null)]
    public async Task A_package_expires_in_90_days_or_when_it_is_said(string expiry, int? days)
    {
        JsonObject made = await fixture.Client.CallAsync(201, HttpMethod.Post, Packages, JsonCalls.Json(
            $$"""{ "name": "Dated", "packageType": "PARTIAL", "sourceSandbox": { "name": "dev" }{{expiry}} }"""));
        DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds((long)made["expiry"]!);
        Assert.Equal(days ?? (at - DateTimeOffset.UtcNow).TotalDays, (at - DateTimeOffset.UtcNow).TotalDays, 0.01);
        Assert.True(days is not null || at == DateTimeOffset.Parse("2030-05-20T20:05:10Z"));
        JsonObject added = await fixture.Client.CallAsync(201, HttpMethod.Put, Packages, JsonCalls.Json(
            $$"""{ "id": "{{made["id"]}}", "action": "ADD", "artifacts": null, "expiry": "2031-01-01T00:00:00Z" }"""));
        Assert.Equal(DateTimeOffset.Parse("2031-01-01T00:00:00Z").ToUnixTimeMilliseconds(), (long)added["expiry"]!);
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Put, Packages, JsonCalls.Json(
            $$"""{ "id": "{{made["id"]}}", "action": "ADD", "expiry": "soon" }"""))).Status);
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Packages}/{made["id"]}/children", new JsonArray())).Status);
    }

    private Task<JsonObject> CreateAsync(params (string Type, string Id)[] artifacts) =>
        fixture.Client.CallAsync(201, HttpMethod.Post, Packages, new JsonObject
        {
            ["name"] = "Carried",
            ["packageType"] = "PARTIAL",
            ["sourceSandbox"] = new JsonObject { ["name"] = "dev" },
            ["artifacts"] = new JsonArray([.. artifacts.Select(item => new JsonObject { ["type"] = item.Type, ["id"] = item.Id })]),
        });

    private Task<(int Status, JsonObject Body)> ImportAsync(JsonObject package, string sandbox, JsonObject? alternatives = null) =>
        fixture.Client.CallAsync(HttpMethod.Put, Packages + "/import", new JsonObject
        {
            ["id"] = (string?)package["id"],
            ["destinationSandbox"] = new JsonObject { ["name"] = sandbox, ["imsOrgId"] = fixture.Emulator.OrgId },
            ["alternatives"] = alternatives,
        });

    private async Task<JsonObject> FinishAsync(string job) => (await Polling.UntilAsync(
        () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/tools/job/{job}"),
        answer => (string?)answer["object"]!["jobStatus"] != "IN_PROGRESS"))["object"]!.AsObject();

    private static async Task<string> DefineAsync(HttpClient client, string definition) =>
        (string)(await client.CallAsync(200, HttpMethod.Post, "/data/core/ups/segment/definitions", JsonCalls.Json(definition)))["id"]!;

    private static async Task<string> SchemaOfAsync(HttpClient client, string dataset)
    {
        JsonObject found = await client.CallAsync(200, HttpMethod.Get, $"/data/foundation/catalog/dataSets/{dataset}");
        return (string)found[dataset]!["schemaRef"]!["id"]!;
    }
}
