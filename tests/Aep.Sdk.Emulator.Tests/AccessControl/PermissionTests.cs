using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.AccessControl;

public sealed class PermissionTests
{
    private const string Access = "/data/foundation/access-control";

    [Theory]
    [InlineData("manage-schemas", "POST", "/data/foundation/schemaregistry/tenant/schemas", "Data Modeling: Manage Schemas")]
    [InlineData("manage-datasets,view-datasets", "GET", "/data/foundation/catalog/dataSets", "Data Management: View Datasets")]
    public async Task A_permission_that_is_denied_is_missed_and_named(string denied, string method, string path, string title)
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DeniedPermissions = denied.Split(',') });
        try
        {
            JsonObject? sent = method == "GET" ? null : new JsonObject();
            (int status, JsonObject body) = await fixture.Client.CallAsync(new HttpMethod(method), path, sent);
            Assert.Equal(403, status);
            Assert.Contains(title, (string?)body["detail"]);
            JsonArray asked = [.. denied.Split(',').Select(name => (JsonNode)$"/permissions/{name}")];
            JsonObject policies = await fixture.Client.CallAsync(200, HttpMethod.Post, Access + "/acl/effective-policies", asked);
            Assert.Empty(policies["policies"]!.AsObject());
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_permission_is_taken_from_the_role_and_given_back()
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync();
        try
        {
            JsonObject roles = await fixture.Client.CallAsync(200, HttpMethod.Get, Access + "/administration/roles");
            JsonObject role = (JsonObject)Assert.Single(roles["items"]!.AsArray())!;
            string path = $"{Access}/administration/roles/{role["id"]}";
            int place = role["permissionSets"]!.AsArray().Select(item => (string?)item).ToList().IndexOf("manage-segments");
            JsonObject remove = JsonCalls.Json($$"""{ "op": "remove", "path": "/permissionSets/{{place}}" }""");
            await fixture.Client.CallAsync(200, HttpMethod.Patch, path, remove);
            (int status, _) = await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ups/segment/definitions", new JsonObject());
            Assert.Equal(403, status);
            Assert.Equal(200, (await fixture.Client.CallAsync(HttpMethod.Get, "/data/core/ups/segment/definitions")).Status);
            var all = new JsonObject { ["permissionSets"] = role["permissionSets"]!.DeepClone() };
            await fixture.Client.CallAsync(200, HttpMethod.Put, path, all);
            (status, _) = await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ups/segment/definitions", new JsonObject());
            Assert.Equal(400, status);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task Roles_policies_and_products_are_managed()
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync();
        try
        {
            HttpClient client = fixture.Client;
            JsonObject named = JsonCalls.Json("""{ "name": "Readers" }""");
            JsonObject role = await client.CallAsync(200, HttpMethod.Post, Access + "/administration/roles", named);
            string path = $"{Access}/administration/roles/{role["id"]}";
            JsonObject add = JsonCalls.Json("""{ "op": "add", "path": "/user", "value": "a@AdobeID" }""");
            JsonObject subjects = await client.CallAsync(200, HttpMethod.Patch, path + "/subjects", add);
            Assert.Equal("a@AdobeID", (string?)Assert.Single(subjects["subjects"]!.AsArray())!["subjectId"]);
            Assert.Equal(400, (await client.CallAsync(HttpMethod.Put, path, JsonCalls.Json("""{ "permissionSets": ["fly"] }"""))).Status);
            Assert.Equal(204, (await client.CallAsync(HttpMethod.Delete, path)).Status);
            Assert.Equal(404, (await client.CallAsync(HttpMethod.Get, path)).Status);
            JsonObject policy = await client.CallAsync(200, HttpMethod.Post, Access + "/administration/policies",
                JsonCalls.Json("""
                    { "name": "p", "rules": {
                      "effect": "Deny", "resource": "/orgs/x", "condition": "{}", "actions": ["com.adobe.action.read"] } }
                    """));
            string policyPath = $"{Access}/administration/policies/{policy["id"]}";
            JsonObject change = JsonCalls.Json("""{ "op": "replace", "path": "/status", "value": "inactive" }""");
            JsonObject patched = await client.CallAsync(200, HttpMethod.Patch, policyPath, change);
            Assert.Equal("inactive", (string?)patched["status"]);
            Assert.Equal(204, (await client.CallAsync(HttpMethod.Delete, policyPath)).Status);
            JsonNode product = (await client.CallAsync(200, HttpMethod.Get, Access + "/administration/products"))["products"]![0]!;
            JsonObject sets = await client.CallAsync(
                200, HttpMethod.Get, $"{Access}/administration/products/{product["id"]}/permission-sets");
            Assert.Contains(sets["permission-sets"]!.AsArray(), item => (string?)item!["id"] == "manage-schemas");
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }
}
