using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FlowListingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(100, 1)]
    public async Task Pages_follow_their_links_to_the_end(int limit, int pages)
    {
        string name = $"Paged {Guid.NewGuid():N}";
        HashSet<string> expected = [];
        for (int i = 0; i < 5; i++)
            expected.Add(await _flows.CreateFlowAsync(name));

        List<string> read = [];
        string? next = $"/flows?property=name=={Uri.EscapeDataString(name)}&limit={limit}";
        int count = 0;
        for (; next is not null; count++)
        {
            JsonObject page = await _flows.ListAsync(next.TrimStart('/'));
            JsonArray items = page["items"]!.AsArray();
            Assert.InRange(items.Count, 1, limit);
            read.AddRange(items.Select(item => (string)item!["id"]!));
            next = (string?)page["_links"]?["next"]?["href"];
        }
        Assert.Equal(pages, count);
        Assert.Equal(expected.Order(), read.Order());
    }

    [Fact]
    public async Task Without_a_limit_a_page_has_twenty_items()
    {
        string name = $"Many {Guid.NewGuid():N}";
        for (int i = 0; i < 21; i++)
            await _flows.CreateAsync("connections", FlowClient.Connection(name, FlowClient.LandingZoneDestination));
        JsonObject page = await _flows.ListAsync($"connections?property=name=={Uri.EscapeDataString(name)}");
        Assert.Equal(20, page["items"]!.AsArray().Count);
        Assert.NotNull(page["_links"]?["next"]?["href"]);
    }

    [Fact]
    public async Task Filters_look_at_members_at_any_depth_and_all_must_hold()
    {
        string first = await _flows.CreateFlowAsync("Filtered", flow => flow["description"] = "first");
        string second = await _flows.CreateFlowAsync("Filtered", flow => flow["description"] = "second");
        await _flows.CreateFlowAsync("Another", flow => flow["description"] = "first");
        Assert.Equal([first], await IdsAsync("property=name==Filtered&property=description==first"));
        Assert.Equal(new[] { first, second }.Order(), await IdsAsync(
            $"property=name==Filtered&property=flowSpec.id=={FlowClient.LandingZoneExport}"));
        Assert.Empty(await IdsAsync($"property=name==Filtered&property=flowSpec.id=={FlowClient.CloudStorageToPlatform}"));
        Assert.Empty(await IdsAsync("property=not.there==x"));
    }

    [Theory]
    [InlineData("flows?property=name")]
    [InlineData("flows?continuationToken=made-up")]
    [InlineData("flows?continuationToken=bWFkZS11cA==")]
    public async Task What_cannot_be_read_is_refused(string query) =>
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, "/" + query), 400);

    private async Task<IEnumerable<string?>> IdsAsync(string query) =>
        (await _flows.ListAsync($"flows?{query}&limit=100"))["items"]!.AsArray().Select(item => (string?)item!["id"]).Order();
}
