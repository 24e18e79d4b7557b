using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.AccessControl;

/// <summary>Each permission that the platform asks for is taken from the role: what needs it answers 403 and names it.</summary>
public sealed class PermissionTableTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Roles = "/data/foundation/access-control/administration/roles";
    private const string DatasetActivation = "application/vnd.adobe.adhoc.dataset.activation+json; version=1";

    // What is taken away (the first is named), and a call that needs one of them.
    private static readonly (string Taken, string Title, string Call, string? Accept)[] Table =
    [
        ("view-schemas,manage-schemas", "Data Modeling: View Schemas", "GET /data/foundation/schemaregistry/stats", null),
        ("manage-schemas", "Data Modeling: Manage Schemas", "POST /data/foundation/schemaregistry/tenant/schemas", null),
        ("view-datasets,manage-datasets", "Data Management: View Datasets", "GET /data/foundation/catalog/dataSets", null),
        ("manage-datasets", "Data Management: Manage Datasets", "POST /data/foundation/import/batches", null),
        ("manage-dule-labels", "Data Governance: Apply Data Usage Labels", "PUT /data/foundation/dulepolicy/labels/custom/x", null),
        ("manage-queries", "Query Service: Manage Queries", "GET /data/foundation/query/queries", null),
        ("manage-sources,manage-destinations", "Data Ingestion: Manage Sources", "POST /data/foundation/flowservice/flows", null),
        ("activate-destinations", "Destinations: Activate Destinations", "POST /data/core/activation/disflowprovider/adhocrun", null),
        ("manage-and-activate-dataset-destinations", "Destinations: Manage and Activate Dataset Destinations",
            "POST /data/core/activation/disflowprovider/adhocrun", DatasetActivation),
        ("destination-authoring", "Destinations: Destination Authoring", "GET /data/core/activation/authoring/destinations", null),
        ("view-data-hygiene,manage-data-hygiene", "Data Hygiene: View Data Hygiene", "GET /data/core/hygiene/ttl", null),
        ("manage-data-hygiene", "Data Hygiene: Manage Data Hygiene", "POST /data/core/hygiene/ttl", null),
        ("view-segments,manage-segments", "Profile Management: View Segments", "GET /data/core/ups/segment/definitions", null),
        ("manage-segments", "Profile Management: Manage Segments", "POST /data/core/ais/external-audience", null),
        ("evaluate-segments", "Profile Management: Evaluate a Segment to an Audience", "POST /data/core/ups/segment/jobs", null),
        ("export-audience-for-segment", "Profile Management: Export Audience for Segment", "POST /data/core/ups/export/jobs", null),
        ("view-profile-configs,manage-profile-configs", "Profile Management: View Merge Policies",
            "GET /data/core/ups/config/mergePolicies", null),
        ("manage-profile-configs", "Profile Management: Manage Merge Policies", "POST /data/core/ups/config/mergePolicies", null),
        ("view-profiles,manage-profiles", "Profile Management: View Profiles", "GET /data/core/ups/access/entities", null),
        ("manage-profiles", "Profile Management: Manage Profiles", "POST /data/core/ups/system/jobs", null),
        ("view-computed-attributes,manage-computed-attributes", "Computed Attributes: View Computed attributes",
            "GET /data/core/ca/attributes", null),
        ("manage-computed-attributes", "Computed Attributes: Manage Computed attributes", "POST /data/core/ca/attributes", null),
        ("view-identity-namespaces,manage-identity-namespaces", "Identity Management: View Identity Namespaces",
            "GET /data/core/idnamespace/identities", null),
        ("manage-identity-namespaces", "Identity Management: Manage Identity Namespaces", "POST /data/core/idnamespace/identities", null),
        ("view-identity-graph", "Identity Management: View Identity Graph", "GET /data/core/identity/cluster/members", null),
        ("view-sandboxes,manage-sandboxes", "Sandbox Administration: View Sandboxes",
            "GET /data/foundation/sandbox-management/sandboxes", null),
        ("manage-sandboxes", "Sandbox Administration: Manage Sandboxes", "POST /data/foundation/sandbox-management/sandboxes", null),
        ("reset-sandboxes", "Sandbox Administration: Reset a Sandbox", "PUT /data/foundation/sandbox-management/sandboxes/none", null),
        ("manage-packages", "Sandbox Administration: Manage Packages", "GET /data/foundation/exim/packages", null),
        ("package-share", "Sandbox Administration: Package Share", "POST /data/foundation/exim/handshake/bulkCreate", null),
        ("package-share", "Sandbox Administration: Package Share", "GET /data/foundation/exim/transfer/list", null),
        ("view-dule-policies,manage-dule-policies", "Data Governance: View Data Usage Policies",
            "GET /data/foundation/dulepolicy/policies/custom", null),
        ("manage-dule-policies", "Data Governance: Manage Data Usage Policies",
            "POST /data/foundation/dulepolicy/policies/custom", null),
    ];

    [Fact]
    public async Task What_needs_a_permission_that_was_taken_names_it()
    {
        JsonNode role = Assert.Single((await fixture.Client.CallAsync(200, HttpMethod.Get, Roles))["items"]!.AsArray())!;
        string[] all = [.. role["permissionSets"]!.AsArray().Select(item => (string)item!)];
        foreach ((string taken, string title, string call, string? accept) in Table)
        {
            await GrantAsync(role, all.Except(taken.Split(',')));
            (int status, string body) = await SendAsync(call, accept);
            Assert.True(status == 403, $"{taken}: {call} {status} {body}");
            JsonNode error = JsonNode.Parse(body)!;
            Assert.Equal("http://ns.adobe.com/aep/errors/PALM-1403-403", (string?)error["type"]);
            Assert.Contains($"{taken.Split(',')[0]} ({title})", (string?)error["detail"]);
            await GrantAsync(role, taken.Split(','));
            (status, body) = await SendAsync(call, accept);
            Assert.True(status != 403, $"Only {taken}: {call} {status} {body}");
        }
        await GrantAsync(role, all);
    }

    // The table of https://experienceleague.adobe.com/en/docs/experience-platform/access-control/home.
    [Theory]
    [InlineData("view-alerts-history", "resolve-alerts", "view-alerts", "manage-alerts")]
    [InlineData("manage-relationships", "manage-identity-metadata", "data-monitoring", "activate-segment-without-mapping")]
    [InlineData("manage-audience-share-connections", "manage-audience-share", "manage-dsw", "view-user-activity-log")]
    [InlineData("view-license-usage-dashboard", "manage-standard-dashboards", "manage-query-service-integration", "destination-authoring")]
    public async Task Permissions_of_what_is_not_here_are_known_too(params string[] permissions)
    {
        JsonObject reference = await fixture.Client.CallAsync(200, HttpMethod.Get, "/data/foundation/access-control/acl/reference");
        Assert.Empty(permissions.Except(reference["permissions"]!.AsObject().Select(item => item.Key)));
    }

    private Task GrantAsync(JsonNode role, IEnumerable<string> permissions)
    {
        var granted = new JsonArray([.. permissions.Select(id => (JsonNode)id)]);
        return fixture.Client.CallAsync(200, HttpMethod.Put, $"{Roles}/{role["id"]}", new JsonObject { ["permissionSets"] = granted });
    }

    private async Task<(int Status, string Body)> SendAsync(string call, string? accept)
    {
        string[] parts = call.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (parts[0] != "GET")
            request.Content = JsonContent.Create(new JsonObject());
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
