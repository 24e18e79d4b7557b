using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Sandboxes;

/// <summary>Packages for other organisations. The platform has one, which stands for the partner as well.</summary>
public sealed class PackageSharingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Exim = "/data/foundation/exim";

    private string Own => fixture.Emulator.OrgId;

    [Fact]
    public async Task A_partner_who_has_approved_gets_the_package()
    {
        string package = await PublishAsync("For a partner");
        var share = new JsonObject { ["packageId"] = package, ["targets"] = new JsonArray(new JsonObject { ["imsOrgId"] = Own }) };
        (int status, JsonObject refused) = await fixture.Client.CallAsync(HttpMethod.Post, $"{Exim}/transfer", share.DeepClone());
        Assert.True(status == 400, refused.ToJsonString());
        Assert.Contains("no partner", refused.ToJsonString());

        JsonObject requested = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Exim}/handshake/bulkCreate", new JsonObject
        {
            ["targetIMSOrgIds"] = new JsonArray(Own, "elsewhere@AdobeOrg"),
            ["sourceIMSDetails"] = new JsonObject { ["id"] = Own, ["name"] = "Own" },
        });
        JsonObject made = requested["successfulRequests"]![Own]!.AsObject();
        Assert.Equal("APPROVAL_PENDING", (string?)made["status"]);
        Assert.Equal("INITIATED", (string?)JsonNode.Parse((string)made["statusHistory"]!)![0]!["action"]);
        Assert.Equal(2, await CountAsync("handshake/list?requestType=OUTGOING&property=status==APPROVAL_PENDING"));
        Assert.Equal(1, await CountAsync("handshake/list?requestType=INCOMING"));
        var approval = new JsonObject
        {
            ["linkingID"] = (string?)made["linkingId"],
            ["status"] = "APPROVED",
            ["reason"] = "Done",
            ["targetIMSOrgDetails"] = new JsonObject { ["id"] = Own, ["name"] = "Own", ["region"] = "va7" },
        };
        JsonObject approved = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Exim}/handshake/action", approval.DeepClone());
        Assert.Equal("APPROVED", (string?)approved["status"]);
        // It is answered once.
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Exim}/handshake/action", approval.DeepClone())).Status);
        Assert.Equal(1, await CountAsync("handshake/list?requestType=OUTGOING&property=status==APPROVED,REJECTED"));

        JsonObject transfer = await SendAsync("transfer", share);
        Assert.Equal("PRIVATE", (string?)transfer["requestType"]);
        Assert.Equal("COMPLETED", (string?)(await EndAsync(transfer))["status"]);
        JsonObject received = await ReceivedAsync("For a partner", package);
        Assert.Equal("PUBLISHED", (string?)received["status"]);
        Assert.Equal(1, await CountAsync("transfer/list?requestType=PRIVATE&orderBy=desc:createdDate&property=status==COMPLETED,FAILED"));
        // What was received can be imported.
        JsonObject import = await fixture.Client.CallAsync(202, HttpMethod.Put, $"{Exim}/packages/import", new JsonObject
        {
            ["id"] = (string?)received["id"],
            ["destinationSandbox"] = new JsonObject { ["name"] = "prod", ["imsOrgId"] = Own },
        });
        Assert.Equal("SUCCESS", (string?)(await FinishAsync((string)import["jobId"]!))["jobStatus"]);
    }

    [Fact]
    public async Task A_public_package_is_taken_over_by_its_payload()
    {
        string package = await PublishAsync("For everybody");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Exim}/packages/payload/{package}")).Status);
        JsonObject made = await fixture.Client.CallAsync(202, HttpMethod.Put, $"{Exim}/packages/update", JsonCalls.Json(
            $$"""{ "id": "{{package}}", "action": "UPDATE", "packageVisibility": "PUBLIC" }"""));
        Assert.Equal("PUBLIC", (string?)made["packageVisibility"]);
        // There is no way back.
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Put, $"{Exim}/packages/update", JsonCalls.Json(
            $$"""{ "id": "{{package}}", "action": "UPDATE", "packageVisibility": "TENANT" }"""))).Status);
        JsonObject payload = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/packages/payload/{package}");
        Assert.Equal((Own, package), ((string?)payload["imsOrgId"], (string?)payload["packageId"]));
        JsonObject transfer = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Exim}/transfer/pullRequest", payload.DeepClone());
        Assert.Equal(("PENDING", "PUBLIC"), ((string?)transfer["status"], (string?)transfer["requestType"]));
        await EndAsync(transfer);
        Assert.Equal("TENANT", (string?)(await ReceivedAsync("For everybody", package))["packageVisibility"]);
        payload["imsOrgId"] = "elsewhere@AdobeOrg";
        (int status, JsonObject unknown) =
            await fixture.Client.CallAsync(HttpMethod.Post, $"{Exim}/transfer/pullRequest", payload.DeepClone());
        Assert.True(status == 404, unknown.ToJsonString());
        Assert.Contains("one organisation", unknown.ToJsonString());
    }

    [Theory]
    [InlineData("handshake/bulkCreate", """{ "targetIMSOrgIds": ["a@AdobeOrg"] }""", 400, "sourceIMSDetails")]
    [InlineData("handshake/bulkCreate",
        """{ "targetIMSOrgIds": ["a@AdobeOrg"], "sourceIMSDetails": { "id": "b@AdobeOrg", "name": "b" } }""", 400, "own organisation")]
    [InlineData("handshake/action", """{ "linkingID": "x", "status": "APPROVED" }""", 400, "reason")]
    [InlineData("transfer", """{ "packageId": "none" }""", 404, "none")]
    [InlineData("transfer/pullRequest", """{ "packageId": "none" }""", 400, "imsOrgId")]
    public async Task What_is_wrong_is_named(string path, string body, int expected, string says)
    {
        (int status, JsonObject answer) = await fixture.Client.CallAsync(HttpMethod.Post, $"{Exim}/{path}", JsonCalls.Json(body));
        Assert.Equal(expected, status);
        Assert.Contains(says, answer.ToJsonString());
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Exim}/transfer/list")).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Exim}/transfer/none")).Status);
    }

    private async Task<string> PublishAsync(string name)
    {
        string definition = $$"""
            { "name": "{{name}}", "schema": { "name": "_xdm.context.profile" },
              "expression": { "type": "PQL", "format": "pql/text", "value": "true" } }
            """;
        JsonObject segment =
            await fixture.Client.CallAsync(200, HttpMethod.Post, "/data/core/ups/segment/definitions", JsonCalls.Json(definition));
        JsonObject package = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Exim}/packages", new JsonObject
        {
            ["name"] = name,
            ["packageType"] = "PARTIAL",
            ["sourceSandbox"] = new JsonObject { ["name"] = "dev" },
            ["artifacts"] = new JsonArray(new JsonObject { ["type"] = "PROFILE_SEGMENT", ["id"] = (string?)segment["id"] }),
        });
        var id = (string)package["id"]!;
        await FinishAsync((string)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/packages/{id}/export"))["jobId"]!);
        return id;
    }

    private async Task<JsonObject> SendAsync(string path, JsonObject body)
    {
        using HttpResponseMessage answer = await fixture.Client.PostAsync(
            $"{Exim}/{path}", new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        return Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray())!.AsObject();
    }

    private async Task<int> CountAsync(string path) =>
        (int)(await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/{path}"))["totalElements"]!;

    private Task<JsonObject> EndAsync(JsonObject transfer) => Polling.UntilAsync(
        () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/transfer/{transfer["id"]}"),
        answer => (string?)answer["status"] != "PENDING");

    private async Task<JsonObject> ReceivedAsync(string name, string original) => Assert.Single(
        (await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/packages?limit=100"))["data"]!.AsArray(),
        package => (string?)package!["name"] == name && (string?)package["id"] != original)!.AsObject();

    private async Task<JsonObject> FinishAsync(string job) => (await Polling.UntilAsync(
        () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Exim}/tools/job/{job}"),
        answer => (string?)answer["object"]!["jobStatus"] != "IN_PROGRESS"))["object"]!.AsObject();
}
