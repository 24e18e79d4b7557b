using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Identity;

public sealed class IdentityTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Namespaces = "/data/core/idnamespace/identities";
    private const string Preview = "/data/core/ups/preview";
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
    public async Task The_private_graph_tells_its_links_and_where_they_come_from()
    {
        string dataset = await _profiles.CreateStitchedDatasetAsync("""{ "city": { "type": "string" } }""");
        await _profiles.IngestAsync(dataset, """{ "userid": "graph-1", "email": "graph@example.com", "city": "Basel" }""");
        await _profiles.IngestAsync(dataset, """{ "userid": "graph-2", "email": "graph@example.com", "city": "Bern" }""");
        JsonObject graph = await GraphAsync(
            """{ "composite_xids": [{ "nsid": 4, "id": "graph-2" }], "projection_type": "graph", "require_edge_meta_data": true }""");
        Assert.Equal("""{"nsid":4,"id":"graph-2"}""", graph["composite_xid"]!.ToJsonString());
        Assert.Equal(
            ["4 graph-1", "4 graph-2", "6 graph@example.com"],
            graph["vertices"]!.AsArray().Select(vertex => $"{vertex!["composite_xid"]!["nsid"]} {vertex["composite_xid"]!["id"]}").Order());
        JsonArray edges = graph["edges"]!.AsArray();
        Assert.Equal(
            ["graph-1 graph@example.com", "graph-2 graph@example.com"],
            edges.Select(edge => string.Join(' ', edge!["composite_xid_pair"]!.AsArray().Select(end => (string?)end!["id"]))).Order());
        Assert.All(edges, edge => Assert.Equal(dataset, (string?)Assert.Single(edge!["dataset_ids"]!.AsArray())));
        Assert.Equal(2, edges.Select(edge => (string?)Assert.Single(edge!["batch_ids"]!.AsArray())).Distinct().Count());
        Assert.All(edges, edge => Assert.True((long)edge!["first_established_ts"]! <= (long)edge["last_established_ts"]!));

        // Without its links an identity stands alone.
        JsonObject alone = await GraphAsync(
            """{ "composite_xids": [{ "ns": "ECID", "id": "graph-2" }], "projection_type": "set", "graph_type": "none" }""");
        Assert.Equal("""[{"ns":"ECID","id":"graph-2"}]""", alone["members"]!.ToJsonString());
        JsonObject clusters = await fixture.Client.CallAsync(
            200, HttpMethod.Post, "/data/core/identity/clusters/members", JsonCalls.Json(
                """{ "compositeXidsWithNamespace": [{ "namespace": "Email", "id": "graph@example.com" }], "graph-type": "pdg" }"""));
        Assert.Equal(
            ["ECID", "ECID", "Email"],
            clusters["clusters"]![0]!["members"]!.AsArray().Select(member => (string?)member!["namespace"]).Order());
        Assert.Equal(501, (await fixture.Client.CallAsync(
            HttpMethod.Get, "/data/core/identity/cluster/members?namespace=ECID&id=graph-1&graph-type=coop")).Status);
        Assert.Equal(400, (await fixture.Client.CallAsync(
            HttpMethod.Get, "/data/core/identity/cluster/members?namespace=ECID&id=graph-1&graph-type=mine")).Status);
    }

    [Theory]
    [InlineData("set", "\"filter\": [], \"traverse\": []", 200, "graphs")]
    [InlineData("set", "\"aam_properties\": { \"return_data_sources\": false }", 200, "graphs")]
    [InlineData("graph", "\"aam_properties\": { \"return_data_sources\": false }", 400, "projection_type graph")]
    [InlineData("set", "\"aam_properties\": { \"return_data_sources\": true }", 501, "leave it out")]
    [InlineData("set", "\"filter\": [{ \"limit\": \"1\" }]", 501, "choose among its vertices")]
    [InlineData("graph", "\"traverse\": [{ \"predicate\": [{ \"e_prop\": \"x\" }] }]", 501, "(traverse)")]
    public async Task Conditions_that_nobody_documents_are_refused_with_what_to_do(
        string projection, string member, int status, string says)
    {
        (int answered, JsonObject body) = await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/identity/v2/graph", JsonCalls.Json(
            $$"""{ "composite_xids": [{ "ns": "ECID", "id": "conditions" }], "projection_type": "{{projection}}", {{member}} }"""));
        Assert.True(answered == status, body.ToJsonString());
        Assert.Contains(says, body.ToJsonString());
    }

    [Fact]
    public async Task Mappings_are_the_other_identities_of_a_namespace()
    {
        const string Mappings = "/data/core/identity/mappings";
        string dataset = await _profiles.CreateStitchedDatasetAsync("""{ "city": { "type": "string" } }""");
        await _profiles.IngestAsync(dataset, """{ "userid": "map-1", "email": "map@example.com", "city": "Basel" }""");
        await _profiles.IngestAsync(dataset, """{ "userid": "map-2", "email": "map@example.com", "city": "Bern" }""");
        // Without a target they are of the namespace of the asked one.
        JsonObject own = await fixture.Client.CallAsync(200, HttpMethod.Post, Mappings, JsonCalls.Json(
            """{ "compositeXids": [{ "nsid": 4, "id": "map-1" }, { "nsid": 4, "id": "nobody" }], "graph-type": "Private Graph" }"""));
        JsonNode mapping = Assert.Single(own["mappings"]!.AsArray())!;
        Assert.Equal("map-1", (string?)mapping["compositeXid"]!["id"]);
        Assert.Equal("map-2", (string?)Assert.Single(mapping["mapping"]!.AsArray())!["compositeXid"]!["id"]);
        JsonObject emails = await fixture.Client.CallAsync(200, HttpMethod.Post, Mappings, JsonCalls.Json(
            """{ "compositeXids": [{ "nsid": 4, "id": "map-1" }], "targetNs": "6" }"""));
        Assert.Equal("map@example.com", (string?)emails["mappings"]![0]!["mapping"]![0]!["compositeXid"]!["id"]);
        using HttpResponseMessage nothing = await fixture.Client.PostAsJsonAsync(
            Mappings, JsonNode.Parse("""{ "compositeXids": [{ "nsid": 4, "id": "map-1" }], "graph-type": "None" }"""));
        Assert.Equal(204, (int)nothing.StatusCode);
    }

    [Fact]
    public async Task An_estimate_joins_identities_or_leaves_them_apart()
    {
        string dataset = await _profiles.CreateStitchedDatasetAsync("""{ "pet": { "type": "string" } }""");
        await _profiles.IngestAsync(
            dataset, """{ "userid": "pet-1", "email": "pet@example.com", "pet": "cat" }""",
            """{ "userid": "pet-2", "email": "pet@example.com", "pet": "cat" }""");
        Assert.Equal(1, await EstimateAsync("pdg"));
        Assert.Equal(2, await EstimateAsync("none"));
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, Preview, Body("coop"))).Status);
    }

    private async Task<int> EstimateAsync(string graphType)
    {
        JsonObject preview = await fixture.Client.CallAsync(201, HttpMethod.Post, Preview, Body(graphType));
        JsonObject estimate = await Polling.UntilAsync(
            () => fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/ups/estimate/{preview["previewId"]}"),
            answer => (string?)answer["state"] != "RUNNING");
        return (int)estimate["estimatedSize"]!;
    }

    private JsonObject Body(string graphType) => new()
    {
        ["predicateExpression"] = $"{_profiles.Tenant}.pet = \"cat\"",
        ["predicateType"] = "pql/text",
        ["graphType"] = graphType,
    };

    private async Task<JsonObject> GraphAsync(string request) =>
        (await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/identity/v2/graph", JsonCalls.Json(request)))["graphs"]![0]!
            .AsObject();

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
                JsonCalls.Json("""{ "composite_xids": [{ "ns": "Email", "id": "one@example.com" }], "projection_type": "set" }"""));
        Assert.Contains(graph["graphs"]![0]!["members"]!.AsArray(),
            member => (string?)member!["ns"] == "ECID" && (string?)member["id"] == "stitched-1");
        JsonObject mapping = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/identity/mapping?xid={xid}&targetNs=6");
        string mapped = (string)Assert.Single(mapping["mapping"]!.AsArray())!["xid"]!;
        Assert.Equal(
            mapped,
            (string?)(await fixture.Client.CallAsync(
                200, HttpMethod.Get, "/data/core/identity/identity?namespace=Email&id=one@example.com"))["xid"]);
        // The platform's own id is enough for a look-up.
        (int status, JsonObject byXid) = await _profiles.SendAsync(
            $"schema.name=_xdm.context.profile&entityId={Assert.Single((await _profiles.FindAsync("stitched-1")).Body).Key}");
        Assert.True(status == 200, byXid.ToJsonString());
    }
}
