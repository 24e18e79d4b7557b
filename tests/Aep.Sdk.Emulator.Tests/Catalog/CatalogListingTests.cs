using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>A platform of its own, so that the datasets can be counted.</summary>
public sealed class CatalogListingTests : IAsyncLifetime
{
    private const int Count = 25;
    private readonly List<string> _ids = [];
    private EmulatorFixture _fixture = null!;
    private CatalogClient _catalog = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _catalog = new CatalogClient(_fixture);
        JsonObject schema = await new RegistryClient(_fixture).CreateAsync("schemas", RegistryClient.Schema("Any", RegistryClient.Profile));
        for (int i = 0; i < Count; i++)
            _ids.Add(await _catalog.CreateDatasetAsync($"Dataset {i:00}, numbered", (string)schema["$id"]!));
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Without_a_limit_there_are_twenty() => Assert.Equal(20, (await ListAsync("")).Count);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Pages_by_offset_show_every_dataset_once(int limit)
    {
        List<string> seen = [];
        JsonObject page;
        do
        {
            page = await ListAsync($"?limit={limit}&start={seen.Count}");
            seen.AddRange(page.Select(entry => entry.Key));
        }
        while (page.Count == limit);
        Assert.Equal(_ids, seen);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("start=-1")]
    [InlineData("createdAfter=yesterday")]
    [InlineData("orderBy=up:name")]
    public async Task Parameters_outside_of_their_range_are_refused(string query) =>
        CatalogClient.AssertRefused(await _catalog.SendAsync(HttpMethod.Get, "/dataSets?" + query), 400, "BadRequestError");

    [Fact]
    public async Task A_name_finds_its_dataset() =>
        Assert.Equal(_ids[3], Assert.Single(await ListAsync("?limit=100&name=" + Uri.EscapeDataString("Dataset 03, numbered"))).Key);

    [Fact]
    public async Task Properties_cut_the_entries_down()
    {
        JsonObject list = await ListAsync("?limit=2&properties=name,schemaRef");
        Assert.All(list, entry => Assert.Equal(["name", "schemaRef"],
            entry.Value!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_order_can_be_turned_around()
    {
        JsonObject list = await ListAsync("?limit=100&orderBy=desc:name");
        Assert.Equal(_ids.AsEnumerable().Reverse(), list.Select(entry => entry.Key));
    }

    [Fact]
    public async Task Tags_filter_by_value_and_by_presence()
    {
        var change = new JsonObject { ["tags"] = new JsonObject { ["team"] = new JsonArray("data:science") } };
        await _catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{_ids[7]}", change);
        Assert.Equal(_ids[7], Assert.Single(await ListAsync("?tags=team:data:science")).Key);
        Assert.Equal(_ids[7], Assert.Single(await ListAsync("?tags=team:data*")).Key);
        Assert.Equal(_ids[7], Assert.Single(await ListAsync("?tags=team:*")).Key);
        Assert.Empty(await ListAsync("?tags=team:other"));
    }

    private async Task<JsonObject> ListAsync(string query)
    {
        (int status, JsonNode body) = await _catalog.SendAsync(HttpMethod.Get, "/dataSets" + query);
        Assert.True(status == 200, body.ToJsonString());
        return body.AsObject();
    }
}
