using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Identity;

public sealed class IdentityTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Namespaces = "/data/core/idnamespace/identities";
    private readonly ProfileClient _profiles = new(fixture);

    [Fact]
    public async Task Namespaces_are_listed_made_and_changed()
    {
        JsonArray all = (await fixture.Client.GetFromJsonAsync<JsonArray>(Namespaces))!;
        Assert.Equal(4, (int)all.First(space => (string?)space!["code"] == "ECID")!["id"]!);
        JsonObject made = await fixture.Client.CallAsync(
            200, HttpMethod.Post, Namespaces, JsonCalls.Json("""{ "name": "Loyalty", "code": "Loyalty", "idType": "CROSS_DEVICE" }"""));
        Assert.True((bool)made["custom"]!);
        JsonObject changed = await fixture.Client.CallAsync(200, HttpMethod.Put, $"{Namespaces}/{made["id"]}", JsonCalls.Json(
            """{ "name": "Loyal", "code": "Loyalty", "idType": "COOKIE" }"""));
        Assert.Equal("Loyal", (string?)changed["name"]);
        Assert.Equal(409, (await fixture.Client.CallAsync(
            HttpMethod.Post, Namespaces, JsonCalls.Json("""{ "name": "x", "code": "loyalty", "idType": "COOKIE" }"""))).Status);
        Assert.Equal(400, (await fixture.Client.CallAsync(
            HttpMethod.Post, Namespaces, JsonCalls.Json("""{ "name": "x", "code": "y", "idType": "HAT" }"""))).Status);
        Assert.Equal(
            400, (await fixture.Client.CallAsync(HttpMethod.Put, $"{Namespaces}/4", JsonCalls.Json("""{ "name": "x" }"""))).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Namespaces}/1")).Status);
    }

    [Fact]
    public async Task Identities_of_one_row_are_one_person()
    {
        string dataset = await _profiles.CreateStitchedDatasetAsync("""{ "city": { "type": "string" } }""");
        string emails = await _profiles.CreateDatasetAsync("""{ "tier": { "type": "string" } }""", identityNamespace: "Email");
        await _profiles.IngestAsync(emails, """{ "userid": "one@example.com", "tier": "gold" }""");
        Assert.Equal(404, (await _profiles.FindAsync("stitched-1")).Status);
        await _profiles.IngestAsync(dataset, """{ "userid": "stitched-1", "email": "one@example.com", "city": "Basel" }""");
        JsonObject entity = await _profiles.GetAsync("stitched-1");
        Assert.Equal("gold", (string?)entity[_profiles.Tenant]!["tier"]);
        Assert.Equal("Basel", (string?)(await _profiles.GetAsync("one@example.com", "Email"))[_profiles.Tenant]!["city"]);
        Assert.Equal(["ecid", "email"], entity["identityMap"]!.AsObject().Select(space => space.Key).Order());

        string xid =
            (string)(await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/core/identity/identity?nsid=4&id=stitched-1"))["xid"]!;
        JsonObject members = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/identity/cluster/members?xid={xid}");
        Assert.Equal(2, members["clusters"]![0]!["members"]!.AsArray().Count);
        JsonObject graph = await fixture.Client.CallAsync(
            200, HttpMethod.Post, "/data/core/identity/v2/graph",
                JsonCalls.Json("""{ "composite_xids": [{ "ns": "Email", "id": "one@example.com" }] }"""));
        Assert.Contains(graph["graphs"]![0]!["members"]!.AsArray(),
            member => (string?)member!["ns"] == "ECID" && (string?)member["id"] == "stitched-1");
        JsonObject mapping = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/identity/mapping?xid={xid}&targetNs=6");
        Assert.Equal("one@example.com", (string?)Assert.Single(mapping["mapping"]!.AsArray())!["compositeXid"]!["id"]);
        // The platform's own id is enough for a look-up.
        (int status, JsonObject byXid) = await _profiles.SendAsync(
            $"schema.name=_xdm.context.profile&entityId={Assert.Single((await _profiles.FindAsync("stitched-1")).Body).Key}");
        Assert.True(status == 200, byXid.ToJsonString());
    }
}
