using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

public sealed class QueryAlertsTests : IDisposable
{
    private const string Root = "/data/foundation/query/alert-subscriptions";
    private const string Alert =
        """{"assetId":"q1","id":"query_service_flow_run_failure-1","status":"enabled","alertType":"failure","subscriptions":{"emailNotifications":["a@example.com"],"inContextNotifications":[]}}""";

    private readonly Wire _wire = new();
    private readonly QueryAlertsClient _alerts;

    public QueryAlertsTests() => _alerts = new QueriesClient(_wire.Pipeline).Alerts;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task UsersAreSubscribed()
    {
        _wire.On("POST", Root, (202, """{"assetId":"q1","id":"x","alertType":"failure"}"""));
        QueryAlert alert = await _alerts.SubscribeAsync(
            new QueryAlertDefinition("q1", QueryAlertType.Failure, ["a@example.com"]) { InContextNotifications = false });
        Assert.Equal(("x", null), (alert.Id, alert.Status));
        Wire.IsJson(
            """{"assetId":"q1","alertType":"failure","subscriptions":{"emailIds":["a@example.com"],"emailNotifications":true,"inContextNotifications":false}}""",
            _wire.Single("POST", Root));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _alerts.SubscribeAsync(new QueryAlertDefinition("q1", QueryAlertType.Failure, [])));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _alerts.SubscribeAsync(new QueryAlertDefinition("q1", QueryAlertType.Failure, ["1", "2", "3", "4", "5", "6"])));
    }

    [Fact]
    public async Task AlertsAreListedByPageNumber()
    {
        _wire.On(
            "GET", Root,
            """{"alerts":[{"id":"1","alertType":"start","status":"enabling","assetId":"q1"}],"_page":{"page":1},"_links":{"next":{"href":"https://x/alert-subscriptions?orderby=-created&page=2"}}}""",
            """{"alerts":[{"id":"2","alertType":"success","status":"disabled","assetId":"q2"}],"_links":{}}""");
        List<QueryAlert> alerts = await _alerts.ListAsync(QuerySelection.Where(QueryFilter.Is("status", "enabled"))).ToListAsync();
        Assert.Equal([QueryAlertStatus.Enabling, QueryAlertStatus.Disabled], alerts.Select(alert => alert.Status!.Value));
        Assert.Equal("2", Wire.Query(_wire.Requests[1], "page"));
        Assert.Equal("status==enabled", Wire.Query(_wire.Requests[0], "property"));
    }

    [Fact]
    public async Task AlertsOfAQueryAndOfAUserAreRead()
    {
        _wire.On("GET", $"{Root}/q1", $$"""{"alerts":[{{Alert}}]}""").On("GET", $"{Root}/q1/failure", $$"""{"alerts":[{{Alert}}]}""").On(
            "GET", $"{Root}/user-subscriptions/a@example.com",
            """{"items":[{"name":"n","assetId":"q1","status":"enabled","alertType":"failure","subscriptions":{"emailNotifications":true,"inContextNotifications":false}}]}""");
        Assert.Equal(["a@example.com"], Assert.Single(await _alerts.GetAsync("q1")).Subscriptions!.EmailNotifications);
        Assert.Equal("q1", (await _alerts.GetAsync("q1", QueryAlertType.Failure)).AssetId);
        UserQueryAlert mine = await _alerts.ListOfUserAsync("a@example.com").SingleAsync();
        Assert.Equal((true, false), (mine.Subscriptions!.EmailNotifications, mine.Subscriptions.InContextNotifications));
    }

    [Fact]
    public async Task AlertsAreSwitchedAndDeleted()
    {
        _wire.On("PATCH", $"{Root}/q1/start", """{"id":"1","assetId":"q1","alertType":"start","status":"disabled"}""")
            .On("DELETE", $"{Root}/q1/start", """{"message":"Alert deleted","statusCode":"200"}""");
        Assert.Equal(QueryAlertStatus.Disabled, (await _alerts.DisableAsync("q1", QueryAlertType.Start)).Status);
        Wire.IsJson("""{"op":"replace","path":"/status","value":"disable"}""", _wire.Single("PATCH", $"{Root}/q1/start"));
        await _alerts.EnableAsync("q1", QueryAlertType.Start);
        await _alerts.DeleteAsync("q1", QueryAlertType.Start);
        Assert.Equal(1, _wire.Count("DELETE", $"{Root}/q1/start"));
    }
}
