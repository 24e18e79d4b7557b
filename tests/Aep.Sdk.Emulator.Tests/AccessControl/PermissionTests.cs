using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.AccessControl;

public sealed class PermissionTests
{
    private const string Access = "/data/foundation/access-control";

    // Each permission that the samples need, and a call that fails without it.
    [Theory]
    [InlineData("manage-schemas", "POST", "/data/foundation/schemaregistry/tenant/schemas", "Data Modeling: Manage Schemas")]
    [InlineData("view-schemas,manage-schemas", "GET", "/data/foundation/schemaregistry/stats", "Data Modeling: View Schemas")]
    [InlineData("manage-datasets", "POST", "/data/foundation/catalog/dataSets", "Data Management: Manage Datasets")]
    [InlineData("manage-datasets,view-datasets", "GET", "/data/foundation/catalog/dataSets", "Data Management: View Datasets")]
    [InlineData("manage-datasets", "POST", "/data/foundation/import/batches", "Data Management: Manage Datasets")]
    [InlineData("manage-queries", "POST", "/data/foundation/query/queries", "Query Service: Manage Queries")]
    [InlineData("manage-sources,manage-destinations", "POST", "/data/foundation/flowservice/flows", "Data Ingestion: Manage Sources")]
    [InlineData("activate-destinations", "POST", "/data/core/activation/disflowprovider/adhocrun", "Destinations: Activate Destinations")]
    [InlineData("manage-segments", "POST", "/data/core/ups/segment/definitions", "Profile Management: Manage Segments")]
    [InlineData("manage-segments,view-segments", "GET", "/data/core/ups/segment/definitions", "Profile Management: View Segments")]
    [InlineData("evaluate-segments", "POST", "/data/core/ups/segment/jobs", "Profile Management: Evaluate a Segment to an Audience")]
    [InlineData("export-audience-for-segments", "POST", "/data/core/ups/export/jobs", "Profile Management: Export Audience for Segment")]
    [InlineData("view-profiles,manage-profiles", "GET", "/data/core/ups/access/entities", "Profile Management: View Profiles")]
    [InlineData("manage-profiles", "POST", "/data/core/ups/config/mergePolicies", "Profile Management: Manage Profiles")]
    [InlineData("manage-identity-namespaces", "POST", "/data/core/idnamespace/identities", "Identity Management: Manage Identity Namespaces")]
    [InlineData("manage-sandboxes", "POST", "/data/foundation/sandbox-management/sandboxes", "Sandbox Administration: Manage Sandboxes")]
    [InlineData("reset-sandboxes", "PUT", "/data/foundation/sandbox-management/sandboxes/dev", "Sandbox Administration: Reset a Sandbox")]
    public async Task A_permission_that_is_denied_is_missed_and_named(string denied, string method, string path, string title)
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DeniedPermissions = denied.Split(',') });
        try
        {
            (int status, JsonObject body) = await fixture.Client.CallAsync(new HttpMethod(method), path, method == "GET" ? null : new JsonObject());
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
            JsonObject role = (JsonObject)Assert.Single((await fixture.Client.CallAsync(200, HttpMethod.Get, Access + "/administration/roles"))["items"]!.AsArray())!;
            string path = $"{Access}/administration/roles/{role["id"]}";
            int place = role["permissionSets"]!.AsArray().Select(item => (string?)item).ToList().IndexOf("manage-segments");
            await fixture.Client.CallAsync(200, HttpMethod.Patch, path, JsonCalls.Json($$"""{ "op": "remove", "path": "/permissionSets/{{place}}" }"""));
            (int status, _) = await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ups/segment/definitions", new JsonObject());
            Assert.Equal(403, status);
            Assert.Equal(200, (await fixture.Client.CallAsync(HttpMethod.Get, "/data/core/ups/segment/definitions")).Status);
            await fixture.Client.CallAsync(200, HttpMethod.Put, path, new JsonObject { ["permissionSets"] = role["permissionSets"]!.DeepClone() });
            Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, "/data/core/ups/segment/definitions", new JsonObject())).Status);
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
            JsonObject role = await client.CallAsync(200, HttpMethod.Post, Access + "/administration/roles", JsonCalls.Json("""{ "name": "Readers" }"""));
            string path = $"{Access}/administration/roles/{role["id"]}";
            JsonObject subjects = await client.CallAsync(200, HttpMethod.Patch, path + "/subjects", JsonCalls.Json("""{ "op": "add", "path": "/user", "value": "a@AdobeID" }"""));
            Assert.Equal("a@AdobeID", (string?)Assert.Single(subjects["subjects"]!.AsArray())!["subjectId"]);
            Assert.Equal(400, (await client.CallAsync(HttpMethod.Put, path, JsonCalls.Json("""{ "permissionSets": ["fly"] }"""))).Status);
            Assert.Equal(204, (await client.CallAsync(HttpMethod.Delete, path)).Status);
            Assert.Equal(404, (await client.CallAsync(HttpMethod.Get, path)).Status);
            JsonObject policy = await client.CallAsync(200, HttpMethod.Post, Access + "/administration/policies",
                JsonCalls.Json("""{ "name": "p", "rules": { "effect": "Deny", "resource": "/orgs/x", "condition": "{}", "actions": ["com.adobe.action.read"] } }"""));
            string policyPath = $"{Access}/administration/policies/{policy["id"]}";
            JsonObject patched = await client.CallAsync(200, HttpMethod.Patch, policyPath, JsonCalls.Json("""{ "op": "replace", "path": "/status", "value": "inactive" }"""));
            Assert.Equal("inactive", (string?)patched["status"]);
            Assert.Equal(204, (await client.CallAsync(HttpMethod.Delete, policyPath)).Status);
            JsonNode product = (await client.CallAsync(200, HttpMethod.Get, Access + "/administration/products"))["products"]![0]!;
            JsonObject sets = await client.CallAsync(200, HttpMethod.Get, $"{Access}/administration/products/{product["id"]}/permission-sets");
            Assert.Contains(sets["permission-sets"]!.AsArray(), item => (string?)item!["id"] == "manage-schemas");
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }
}
