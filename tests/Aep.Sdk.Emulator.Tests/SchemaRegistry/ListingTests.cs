using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class ListingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Ids = "application/vnd.adobe.xed-id+json";
    private readonly RegistryClient _registry = new(fixture);

    [Theory]
    [InlineData("title", 1)]
    [InlineData("title", 3)]
    [InlineData("title", 7)]
    [InlineData("title", 100)]
    [InlineData("-title", 3)]
    [InlineData("meta:created", 2)]
    public async Task Pages_show_every_schema_once(string orderBy, int limit)
    {
        HashSet<string> expected = [];
        for (int i = 0; i < 7; i++)
            expected.Add((string)(await _registry.CreateAsync(
                "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle($"Page & {i}"), RegistryClient.Profile)))["$id"]!);
        List<string> seen = [];
        string? start = null;
        do
        {
            string next = start is null ? "" : "&start=" + Uri.EscapeDataString(start);
            (int status, JsonObject page) =
                await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas?orderby={orderBy}&limit={limit}{next}", accept: Ids);
            Assert.Equal(200, status);
            Assert.Equal(page["results"]!.AsArray().Count, (int)page["_page"]!["count"]!);
            seen.AddRange(page["results"]!.AsArray().Select(entry => (string)entry!["$id"]!));
            start = (string?)page["_page"]!["next"];
        }
        while (start is not null && seen.Count < 10_000);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(expected, seen.ToHashSet());
    }

    // As numbers "10" stands behind "9", as texts "1a" stands between them.
    [Theory]
    [InlineData("title", 1)]
    [InlineData("title", 4)]
    [InlineData("-title", 1)]
    public async Task Titles_that_look_like_numbers_are_texts(string orderBy, int limit)
    {
        string tag = Guid.NewGuid().ToString("N");
        string[] titles = ["2", "10", "1a", "1e1", "10.0", "NaN", "Infinity", "9", "9a", "-3"];
        foreach (string title in titles)
        {
            JsonObject schema = RegistryClient.Schema($"{title}", RegistryClient.Profile);
            schema["description"] = tag;
            await _registry.CreateAsync("schemas", schema);
        }
        List<string> seen = [];
        string? start = null;
        do
        {
            string next = start is null ? "" : "&start=" + Uri.EscapeDataString(start);
            (_, JsonObject page) = await _registry.SendAsync(
                HttpMethod.Get, $"/tenant/schemas?orderby={orderBy}&limit={limit}&property=description=={tag}{next}", accept: Ids);
            seen.AddRange(page["results"]!.AsArray().Select(entry => (string)entry!["title"]!));
            start = (string?)page["_page"]!["next"];
        }
        while (start is not null && seen.Count < 100);
        IEnumerable<string> ordered = titles.Order(StringComparer.Ordinal);
        Assert.Equal(orderBy[0] == '-' ? ordered.Reverse() : ordered, seen);
        foreach (string title in titles)
            await DeleteAsync(title, tag);
    }

    private async Task DeleteAsync(string title, string tag)
    {
        (_, JsonObject page) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas?property=title=={Uri.EscapeDataString(title)}&property=description=={tag}", accept: Ids);
        await _registry.SendAsync(HttpMethod.Delete, $"/tenant/schemas/{page["results"]![0]!["meta:altId"]}");
    }

    [Fact]
    public async Task The_next_link_can_be_followed()
    {
        for (int i = 0; i < 3; i++)
            await _registry.CreateAsync("schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Link"), RegistryClient.Profile));
        (_, JsonObject page) = await _registry.SendAsync(HttpMethod.Get, "/tenant/schemas?orderby=title&limit=1", accept: Ids);
        var next = new Uri((string)page["_links"]!["next"]!["href"]!);
        (int status, JsonObject second) =
            await _registry.SendAsync(HttpMethod.Get, next.PathAndQuery[RegistryClient.Base.Length..], accept: Ids);
        Assert.Equal(200, status);
        Assert.NotEqual((string?)page["results"]![0]!["$id"], (string?)second["results"]![0]!["$id"]);
    }

    [Fact]
    public async Task The_short_form_has_four_members()
    {
        await _registry.CreateEventSchemaAsync(withIdentity: false);
        (_, JsonObject page) = await _registry.SendAsync(HttpMethod.Get, "/tenant/schemas/", accept: Ids);
        Assert.Equal(["$id", "meta:altId", "title", "version"],
            page["results"]![0]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_without_an_order_has_no_effect()
    {
        await _registry.CreateEventSchemaAsync(withIdentity: false);
        (int status, JsonObject page) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/fieldgroups/?start=0", accept: "application/vnd.adobe.xdm+json");
        Assert.Equal(200, status);
        Assert.NotEmpty(page["results"]!.AsArray());
        Assert.Null(page["_page"]!["next"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("many")]
    public async Task A_limit_outside_of_its_range_is_refused(string limit) =>
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas?orderby=title&limit={limit}", accept: Ids), 400, "XDM-1400-400");

    [Fact]
    public async Task Filters_find_by_title_lineage_class_and_tag()
    {
        JsonObject events = await _registry.CreateEventSchemaAsync(inUnion: true);
        JsonObject profile =
            await _registry.CreateAsync("schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Only this"), RegistryClient.Profile));
        Assert.Equal([(string)profile["$id"]!], await FindAsync($"property=title=={Uri.EscapeDataString((string)profile["title"]!)}"));
        string[] timeSeries = await FindAsync("property=meta:extends==https://ns.adobe.com/xdm/data/time-series");
        Assert.Contains((string)events["$id"]!, timeSeries);
        Assert.DoesNotContain((string)profile["$id"]!, timeSeries);
        Assert.DoesNotContain((string)events["$id"]!, await FindAsync("property=meta:extends!=https://ns.adobe.com/xdm/data/time-series"));
        string[] union = await FindAsync($"property=meta:immutableTags==union&property=meta:class=={RegistryClient.ExperienceEvent}");
        Assert.Contains((string)events["$id"]!, union);
        Assert.Contains((string)events["$id"]!, await FindAsync("property=meta:immutableTags"));
    }

    private async Task<string[]> FindAsync(string query)
    {
        (int status, JsonObject page) = await _registry.SendAsync(HttpMethod.Get, "/tenant/schemas?" + query, accept: Ids);
        Assert.Equal(200, status);
        return [.. page["results"]!.AsArray().Select(entry => (string)entry!["$id"]!)];
    }
}
