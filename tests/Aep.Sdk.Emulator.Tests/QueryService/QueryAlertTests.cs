using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.QueryService;

public sealed class QueryAlertTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Alerts = "/alert-subscriptions";

    private HttpClient Client => fixture.Client;

    [Fact]
    public async Task Users_subscribe_and_are_listed_by_channel()
    {
        string query = await QueryAsync();
        JsonObject created = await SubscribeAsync(query, "failure", true, true, "a@example.com", "b@example.com");
        Assert.StartsWith("query_service_flow_run_failure-", (string?)created["id"]);
        await SubscribeAsync(query, "failure", true, false, "b@example.com", "c@example.com");
        JsonNode alert = Assert.Single((await Client.SendAsync(HttpMethod.Get, $"{Alerts}/{query}/failure"))["alerts"]!.AsArray())!;
        Assert.Equal(["a@example.com", "b@example.com", "c@example.com"], Texts(alert["subscriptions"]!["emailNotifications"]));
        Assert.Equal(["a@example.com"], Texts(alert["subscriptions"]!["inContextNotifications"]));
        Assert.Equal((string?)created["id"], (string?)alert["id"]);
    }

    [Fact]
    public async Task Alerts_of_a_query_and_of_a_user_are_listed()
    {
        string query = await QueryAsync(), user = $"{Guid.NewGuid():N}@example.com";
        await SubscribeAsync(query, "failure", true, false, user);
        await SubscribeAsync(query, "success", false, true, user);
        Assert.Equal(2, (await Client.SendAsync(HttpMethod.Get, $"{Alerts}/{query}"))["alerts"]!.AsArray().Count);

        JsonObject page = await Client.SendAsync(
            HttpMethod.Get, $"{Alerts}/user-subscriptions/{user}?pagesize=1&orderby=created&property=status==enabled");
        JsonNode item = Assert.Single(page["items"]!.AsArray())!;
        Assert.Equal(("failure", true, false),
            ((string?)item["alertType"], (bool)item["subscriptions"]!["emailNotifications"]!,
                (bool)item["subscriptions"]!["inContextNotifications"]!));
        Assert.Equal((1, 1), ((int)page["page"]!["page"]!, (int)page["page"]!["pageSize"]!));
        JsonObject second = await Client.SendAsync(HttpMethod.Get, (string)page["_links"]!["next"]!["href"]!);
        Assert.Equal("success", (string?)Assert.Single(second["items"]!.AsArray())!["alertType"]);
        Assert.Null(second["_links"]!["next"]);
        JsonObject first = await Client.SendAsync(HttpMethod.Get, (string)second["_links"]!["prev"]!["href"]!);
        Assert.True(JsonNode.DeepEquals(page, first));

        JsonObject all = await Client.SendAsync(HttpMethod.Get, $"{Alerts}?property=assetId=={query},alertType==success");
        Assert.Equal("enabled", (string?)Assert.Single(all["alerts"]!.AsArray())!["status"]);
    }

    [Fact]
    public async Task An_alert_is_disabled_enabled_and_deleted()
    {
        string query = await QueryAsync(), path = $"{Alerts}/{query}/success";
        await SubscribeAsync(query, "success", true, true, "a@example.com");
        JsonObject disabled = await Client.SendAsync(HttpMethod.Patch, path, new { op = "replace", path = "/status", value = "disable" });
        Assert.Equal("disabled", (string?)disabled["status"]);
        await Client.SendAsync(HttpMethod.Post, Alerts, Body(query, "success", true, true, "b@example.com"), HttpStatusCode.BadRequest);
        await Client.SendAsync(HttpMethod.Patch, path, new { op = "replace", path = "/status", value = "enable" });
        await Client.SendAsync(
            HttpMethod.Patch, path, new { op = "replace", path = "/status", value = "enabled" }, HttpStatusCode.BadRequest);
        JsonObject deleted = await Client.SendAsync(HttpMethod.Delete, path);
        Assert.Contains(query, (string?)deleted["message"]);
        await Client.SendAsync(HttpMethod.Get, path, expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_schedule_has_an_alert_for_its_start_and_a_query_has_none()
    {
        JsonObject schedule = await Client.SendAsync(
            HttpMethod.Post, "/schedules", new { query = new { sql = "SELECT 1" }, schedule = new { schedule = "0 0 1 1 *" } },
            HttpStatusCode.Accepted);
        await SubscribeAsync((string)schedule["id"]!, "start", true, true, "a@example.com");
        await Client.SendAsync(
            HttpMethod.Post, Alerts, Body(await QueryAsync(), "start", true, true, "a@example.com"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_asset_that_does_not_exist_is_404()
    {
        JsonObject error = await Client.SendAsync(
            HttpMethod.Post, Alerts, Body("nothing", "failure", true, true, "a@example.com"), HttpStatusCode.NotFound);
        Assert.Equal("The provided assetId: nothing is invalid. Retry with another assetId.", (string?)error["message"]);
        await Client.SendAsync(HttpMethod.Get, $"{Alerts}/user-subscriptions/nobody", expected: HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(
        """{ "alertType": "failure", "subscriptions": { "emailIds": ["a@example.com"], "emailNotifications": true, "inContextNotifications": true } }""")]
    [InlineData(
        """{ "assetId": "{id}", "subscriptions": { "emailIds": ["a@example.com"], "emailNotifications": true, "inContextNotifications": true } }""")]
    [InlineData(
        """{ "assetId": "{id}", "alertType": "end", "subscriptions": { "emailIds": ["a@example.com"], "emailNotifications": true, "inContextNotifications": true } }""")]
    [InlineData("""{ "assetId": "{id}", "alertType": "failure" }""")]
    [InlineData(
        """{ "assetId": "{id}", "alertType": "failure", "subscriptions": { "emailIds": [], "emailNotifications": true, "inContextNotifications": true } }""")]
    [InlineData(
        """{ "assetId": "{id}", "alertType": "failure", "subscriptions": { "emailIds": ["a"], "emailNotifications": true, "inContextNotifications": true } }""")]
    [InlineData(
        """{ "assetId": "{id}", "alertType": "failure", "subscriptions": { "emailIds": ["a@example.com"], "emailNotifications": true } }""")]
    [InlineData(
        """{ "assetId": "{id}", "alertType": "failure", "subscriptions": { "emailIds": ["a@b.c", "b@b.c", "c@b.c", "d@b.c", "e@b.c", "f@b.c"], "emailNotifications": true, "inContextNotifications": true } }""")]
    public async Task A_subscription_that_is_wrong_is_refused_and_not_kept(string body)
    {
        string query = await QueryAsync();
        await Client.SendAsync(
            HttpMethod.Post, Alerts, JsonNode.Parse(body.Replace("{id}", query, StringComparison.Ordinal)), HttpStatusCode.BadRequest);
        Assert.Empty((await Client.SendAsync(HttpMethod.Get, $"{Alerts}/{query}"))["alerts"]!.AsArray());
    }

    private async Task<string> QueryAsync() => (string)(await Client.RunAsync(new { sql = "SELECT 1" }))["id"]!;

    private Task<JsonObject> SubscribeAsync(string asset, string type, bool email, bool inContext, params string[] users) =>
        Client.SendAsync(HttpMethod.Post, Alerts, Body(asset, type, email, inContext, users));

    private static object Body(string asset, string type, bool email, bool inContext, params string[] users) =>
        new
        {
            assetId = asset,
            alertType = type,
            subscriptions = new { emailIds = users, emailNotifications = email, inContextNotifications = inContext }
        };

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
