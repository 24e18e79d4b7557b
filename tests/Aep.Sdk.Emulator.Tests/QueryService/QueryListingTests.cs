using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.QueryService;

/// <summary>Pages and filters of the listings of Query Service.</summary>
public sealed class QueryListingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private HttpClient Client => fixture.Client;

    [Fact]
    public async Task Links_keep_what_the_request_asked_for()
    {
        for (int index = 0; index < 5; index++)
            await Client.RunAsync(new { sql = $"SELECT {index} AS kept_in_links" });
        JsonObject deleted = await Client.RunAsync(new { sql = "SELECT 5 AS kept_in_links" });
        await Client.SendAsync(HttpMethod.Patch, $"/queries/{deleted["id"]}", new { op = "soft_delete" }, HttpStatusCode.Accepted);

        const string First = "/queries?orderby=%2Bcreated&limit=2&property=sql~kept_in_links,state==SUCCESS&excludeSoftDeleted=false";
        List<string> forward = await SqlOfPagesAsync(First, "next");
        Assert.Equal([.. Enumerable.Range(0, 6).Select(index => $"SELECT {index} AS kept_in_links")], forward);

        JsonObject last = await Client.SendAsync(HttpMethod.Get, First);
        while ((string?)last["_links"]!["next"]?["href"] is string next)
            last = await Client.SendAsync(HttpMethod.Get, next);
        List<string> back = await SqlOfPagesAsync((string)last["_links"]!["prev"]!["href"]!, "prev");
        Assert.Equal([forward[2], forward[3], forward[0], forward[1]], back);
        Assert.Equal(("sql~kept_in_links,state==SUCCESS", 2), ((string?)last["_page"]!["property"], (int?)last["_page"]!["count"]));
    }

    [Theory]
    [InlineData("/schedules", "property=nothing==1")] // the list is empty: the filter is wrong all the same
    [InlineData("/schedules", "property=state==ENABLED")]
    [InlineData("/schedules", "property=created>=2020-01-01")]
    [InlineData("/schedules", "property=created>yesterday")]
    [InlineData("/alert-subscriptions", "property=nothing==1")]
    [InlineData("/alert-subscriptions", "property=status~enabled")]
    [InlineData("/alert-subscriptions", "page=0")]
    [InlineData("/query-templates", "property=sql~x")]
    [InlineData("/queries", "property=state")]
    [InlineData("/queries", "property=state==SUCCESS,")]
    [InlineData("/queries", "property=,state==SUCCESS")]
    [InlineData("/queries", "property=sql~a, b")]
    [InlineData("/queries", "property=sql==a")]
    [InlineData("/queries", "property=templateId~a")]
    [InlineData("/queries", "property=referenced_datasets==1||2||3||4||5||6||7||8||9||10||11")]
    [InlineData("/queries", "orderby=state")]
    [InlineData("/queries", "limit=-1")]
    [InlineData("/queries", "start=2")]
    [InlineData("/queries", "excludeHidden=perhaps")]
    [InlineData("/queries", "excludeSoftDeleted=1")]
    [InlineData("/queries", "isPrevLink=no")]
    public async Task A_parameter_that_is_wrong_is_refused(string path, string query)
    {
        JsonObject error = await Client.SendAsync(HttpMethod.Get, $"{path}?{query}", expected: HttpStatusCode.BadRequest);
        Assert.NotEmpty((string)error["message"]!);
    }

    [Fact]
    public async Task A_comma_may_stand_in_a_value()
    {
        await Client.SendAsync(
            HttpMethod.Post, "/query-templates", new { name = "first, second", sql = "SELECT 1" }, HttpStatusCode.Accepted);
        await Client.SendAsync(HttpMethod.Post, "/query-templates", new { name = "second", sql = "SELECT 1" }, HttpStatusCode.Accepted);
        JsonObject page = await Client.SendAsync(HttpMethod.Get, "/query-templates?property=name==first, second,userId!=nobody");
        Assert.Equal("first, second", (string?)Assert.Single(page["templates"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task Times_are_compared_as_times()
    {
        JsonObject query = await Client.RunAsync(new { sql = "SELECT 1 AS compared_times" });
        string created =
            (string)query["created"]!, zoned = DateTimeOffset.Parse(created, null).ToOffset(TimeSpan.FromHours(2)).ToString("o");
        JsonObject same =
            await Client.SendAsync(HttpMethod.Get, $"/queries?property=sql~compared_times,created=={Uri.EscapeDataString(zoned)}");
        Assert.Single(same["queries"]!.AsArray());
        JsonObject later =
            await Client.SendAsync(HttpMethod.Get, $"/queries?property=sql~compared_times,created>{Uri.EscapeDataString(zoned)}");
        Assert.Empty(later["queries"]!.AsArray());
    }

    private async Task<List<string>> SqlOfPagesAsync(string first, string direction)
    {
        List<string> seen = [];
        for (string? path = first; path is not null;)
        {
            JsonObject page = await Client.SendAsync(HttpMethod.Get, path);
            seen.AddRange(page["queries"]!.AsArray().Select(query => (string)query!["request"]!["sql"]!));
            path = (string?)page["_links"]![direction]?["href"];
        }
        return seen;
    }
}
