using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Profiles;

public sealed class ProfileTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Propensity = """{ "propensity": { "type": "number" } }""";
    private const string City = """{ "city": { "type": "string" }, "member": { "type": "boolean" } }""";
    private readonly ProfileClient _profiles = new(fixture);

    [Fact]
    public async Task Fragments_of_two_datasets_become_one_profile()
    {
        string scores = await _profiles.CreateDatasetAsync(Propensity), cities = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(
            scores, """{ "userid": "merged", "propensity": 0.25 }""", """{ "userid": "other", "propensity": 0.5 }""");
        await _profiles.IngestAsync(cities, """{ "userid": "merged", "city": "Basel", "member": true }""");

        JsonObject entity = await _profiles.GetAsync("merged");
        var expected = JsonCalls.Json("""{ "userid": "merged", "propensity": 0.25, "city": "Basel", "member": true }""");
        Assert.True(JsonNode.DeepEquals(expected, entity[_profiles.Tenant]), entity.ToJsonString());
        Assert.Equal("merged", (string?)Assert.Single(entity["identityMap"]!["ecid"]!.AsArray())!["id"]);
        Assert.Null((await _profiles.GetAsync("other"))[_profiles.Tenant]!["city"]);
    }

    [Fact]
    public async Task What_came_last_holds_and_what_is_missing_takes_nothing_away()
    {
        string first = await _profiles.CreateDatasetAsync(City), second = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(first, """{ "userid": "moving", "city": "Basel", "member": true }""");
        Assert.Equal("Basel", (string?)(await _profiles.GetAsync("moving"))[_profiles.Tenant]!["city"]);
        await _profiles.IngestAsync(second, """{ "userid": "moving", "city": "Bern" }""");
        Assert.Equal("Bern", (string?)(await _profiles.GetAsync("moving"))[_profiles.Tenant]!["city"]);
        await _profiles.IngestAsync(first, """{ "userid": "moving", "city": "Biel", "member": null }""");
        JsonNode attributes = (await _profiles.GetAsync("moving"))[_profiles.Tenant]!;
        Assert.Equal("Biel", (string?)attributes["city"]);
        Assert.True((bool)attributes["member"]!);
    }

    [Fact]
    public async Task A_dataset_that_is_not_enabled_contributes_nothing()
    {
        string dataset = await _profiles.CreateDatasetAsync(City, enabled: false);
        await _profiles.IngestAsync(dataset, """{ "userid": "hidden", "city": "Basel" }""");
        AssertNotFound(await _profiles.FindAsync("hidden"));
        string enabled = await _profiles.CreateDatasetAsync(Propensity);
        await _profiles.IngestAsync(enabled, """{ "userid": "hidden", "propensity": 0.5 }""");
        Assert.Null((await _profiles.GetAsync("hidden"))[_profiles.Tenant]!["city"]);
    }

    [Theory]
    [InlineData("ECID")]
    [InlineData("ecid")]
    [InlineData("Email")]
    [InlineData("email")]
    [InlineData("EMAIL")]
    public async Task Namespaces_are_known_in_any_case(string space)
    {
        string own = space.Equals("ecid", StringComparison.OrdinalIgnoreCase) ? "ECID" : "Email";
        string id = $"{Guid.NewGuid():N}@example.com";
        string dataset = await _profiles.CreateDatasetAsync(City, identityNamespace: own);
        await _profiles.IngestAsync(dataset, $$"""{ "userid": "{{id}}", "city": "Basel" }""");
        JsonObject entity = await _profiles.GetAsync(id, space);
        Assert.Equal("Basel", (string?)entity[_profiles.Tenant]!["city"]);
        Assert.Equal(id, (string?)entity["identityMap"]![own.ToLowerInvariant()]![0]!["id"]);
    }

    [Fact]
    public async Task An_id_of_one_namespace_is_nobody_in_another()
    {
        string ecid =
            await _profiles.CreateDatasetAsync(City), email = await _profiles.CreateDatasetAsync(Propensity, identityNamespace: "Email");
        await _profiles.IngestAsync(ecid, """{ "userid": "same", "city": "Basel" }""");
        AssertNotFound(await _profiles.FindAsync("same", "Email"));
        await _profiles.IngestAsync(email, """{ "userid": "same", "propensity": 0.5 }""");
        Assert.Null((await _profiles.GetAsync("same", "Email"))[_profiles.Tenant]!["city"]);
        Assert.Null((await _profiles.GetAsync("same", "ECID"))[_profiles.Tenant]!["propensity"]);
    }

    [Fact]
    public async Task Events_make_a_profile_of_whom_they_are_about()
    {
        string events = await _profiles.CreateEventDatasetAsync();
        await _profiles.IngestEventAsync(events, "seen");
        JsonObject entity = await _profiles.GetAsync("seen");
        Assert.Equal("seen", (string?)entity["identityMap"]!["ecid"]![0]!["id"]);
        Assert.Null(entity[_profiles.Tenant]);
    }

    [Fact]
    public async Task A_profile_is_seen_in_its_own_sandbox_only()
    {
        string dataset = await _profiles.CreateDatasetAsync(City);
        await _profiles.IngestAsync(dataset, """{ "userid": "local", "city": "Basel" }""");
        await _profiles.GetAsync("local");
        using HttpClient prod = fixture.CreateClient("prod");
        AssertNotFound(await prod.CallAsync(
            HttpMethod.Get, "/data/core/ups/access/entities?schema.name=_xdm.context.profile&entityId=local&entityIdNS=ECID"));
    }

    [Fact]
    public async Task What_is_unknown_is_not_found_and_what_is_not_complete_is_refused()
    {
        AssertNotFound(await _profiles.FindAsync("nobody"));
        Assert.Equal(400, (await _profiles.SendAsync("schema.name=_xdm.context.profile&entityId=x")).Status);
        Assert.Equal(400, (await _profiles.SendAsync("schema.name=_xdm.context.profile&entityIdNS=ECID")).Status);
    }

    [Fact]
    public async Task Events_of_a_profile_are_found_by_any_identity()
    {
        string events = await _profiles.CreateEventDatasetAsync();
        await _profiles.IngestEventAsync(events, "reader");
        await _profiles.IngestEventAsync(events, "somebody else");
        await _profiles.IngestEventAsync(events, "reader");
        (int status, JsonObject body) = await _profiles.SendAsync(EventQuery("reader"));
        Assert.True(status == 200, body.ToJsonString());
        Assert.Equal(2, (int)body["_page"]!["count"]!);
        Assert.All(body["children"]!.AsArray(), child => Assert.Equal("reader", (string?)child!["entity"]![_profiles.Tenant]!["userid"]));
        (_, JsonObject first) = await _profiles.SendAsync(EventQuery("reader") + "&limit=1");
        Assert.Equal("1", (string?)first["_page"]!["next"]);
        (_, JsonObject second) = await _profiles.SendAsync(EventQuery("reader") + "&limit=1&start=1");
        Assert.NotEqual((string?)first["children"]![0]!["entityId"], (string?)second["children"]![0]!["entityId"]);
        (_, JsonObject none) = await _profiles.SendAsync(EventQuery("reader") + "&property=eventType=nothing");
        Assert.Empty(none["children"]!.AsArray());
        AssertNotFound(await _profiles.SendAsync(EventQuery("nobody")));
    }

    private static string EventQuery(string id) =>
        $"schema.name=_xdm.context.experienceevent&relatedSchema.name=_xdm.context.profile&relatedEntityId={id}&relatedEntityIdNS=ECID";

    private static void AssertNotFound((int Status, JsonObject Body) answer)
    {
        Assert.True(answer.Status == 404, answer.Body.ToJsonString());
        Assert.Equal("http://ns.adobe.com/aep/errors/UPS-1404-404", (string?)answer.Body["type"]);
    }
}
