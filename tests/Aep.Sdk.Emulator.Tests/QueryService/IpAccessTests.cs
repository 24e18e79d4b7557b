using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.QueryService;

public sealed class IpAccessTests
{
    private const string List = "/security/ip-access";

    [Fact]
    public async Task Ranges_are_set_read_checked_and_deleted()
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync();
        HttpClient client = fixture.Client;
        Assert.Empty((await client.SendAsync(HttpMethod.Get, List))["allowedIpRanges"]!.AsArray());
        Assert.True(await IsAllowedAsync(client, "197.2.0.2"));
        JsonObject set = await client.SendAsync(HttpMethod.Put, List, JsonNode.Parse(
            """{ "ipRanges": [{ "ipRange": "17.102.17.0/23", "description": "VPN" }, { "ipRange": "101.10.1.1" }, { "ipRange": "2001:db8::/32" }] }"""));
        Assert.Equal((fixture.Emulator.OrgId, "dev", "data_distiller"),
            ((string?)set["imsOrg"], (string?)set["sandboxName"], (string?)set["channel"]));
        foreach ((string address, bool allowed) in new[] { ("17.102.16.9", true), ("17.102.17.255", true), ("17.102.18.0", false),
            ("101.10.1.1", true), ("101.10.1.2", false), ("2001:db8:1::5", true), ("::1", false) })
            Assert.True(allowed == await IsAllowedAsync(client, address), address);
        Assert.True(await IsAllowedAsync(fixture.CreateClient("prod"), "197.2.0.2")); // another sandbox
        Assert.Equal(3, (await client.SendAsync(HttpMethod.Delete, List))["deletedIpRanges"]!.AsArray().Count);
        Assert.True(await IsAllowedAsync(client, "197.2.0.2"));
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_range_is_named_and_changes_nothing()
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync();
        await fixture.Client.SendAsync(HttpMethod.Put, List, JsonNode.Parse("""{ "ipRanges": [{ "ipRange": "10.0.0.0/8" }] }"""));
        foreach (string wrong in new[] { "10.0.0.0/33", "10.0.0/x", "somewhere", "10.0.0.0/8/8", "" })
        {
            JsonObject body =
                new() { ["ipRanges"] = new JsonArray(new JsonObject { ["ipRange"] = "1.1.1.1" }, new JsonObject { ["ipRange"] = wrong }) };
            JsonObject error = await fixture.Client.SendAsync(HttpMethod.Put, List, body, HttpStatusCode.BadRequest);
            Assert.Contains($"'{wrong}'", (string?)error["message"]);
        }
        await fixture.Client.SendAsync(HttpMethod.Put, List, new JsonObject(), HttpStatusCode.BadRequest);
        await fixture.Client.SendAsync(
            HttpMethod.Post, "/security/validate/ip-access", new JsonObject { ["ipAddress"] = "here" }, HttpStatusCode.BadRequest);
        Assert.Equal("10.0.0.0/8",
            (string?)Assert.Single((await fixture.Client.SendAsync(HttpMethod.Get, List))["allowedIpRanges"]!.AsArray())!["ipRange"]);
        await fixture.DisposeAsync();
    }

    private static async Task<bool> IsAllowedAsync(HttpClient client, string address) =>
        (bool)(await client.SendAsync(HttpMethod.Post, "/security/validate/ip-access", new { ipAddress = address }))["isAllowed"]!;
}
