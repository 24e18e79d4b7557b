using Aep.Sdk.Profiles;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Profiles;

/// <summary>Edge projections, with the examples of Adobe's page.</summary>
public sealed class ProjectionsClientTests : IDisposable
{
    private const string Destinations = "/data/core/ups/config/destinations";
    private const string Projections = "/data/core/ups/config/projections";

    private readonly Wire _wire = new();
    private readonly ProjectionsClient _projections;

    public ProjectionsClientTests() => _projections = new ProfilesClient(_wire.Pipeline).Projections;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Destinations_are_listed_and_read()
    {
        const string Oregon = """{"_links":{"self":{"href":"/x"}},"id":"d2","type":"EDGE","ttl":3600,"dataCenters":["OR1"],"version":1}""";
        _wire.On("GET", Destinations, $$"""
            {"_links":{},"_embedded":{"projectionDestinations":[{"id":"d1","type":"EDGE","ttl":3600,"dataCenters":["VA5"],"version":1},
              {{Oregon}} ] } }
            """).On("GET", $"{Destinations}/d2", Oregon);
        List<ProjectionDestination> all = await _projections.Destinations.ListAsync().ToListAsync();
        Assert.Equal([("d1", EdgeDataCenter.EasternUnitedStates), ("d2", EdgeDataCenter.WesternUnitedStates)], all.Select(
            item => (item.Id, item.DataCenters[0])));
        ProjectionDestination one = await _projections.Destinations.GetAsync("d2");
        Assert.Equal((3600, 1, "EDGE"), (one.TtlInSeconds, one.Version, one.Type));
        Assert.True(one.AdditionalProperties.ContainsKey("_links"));
    }

    [Fact]
    public async Task A_destination_is_created_replaced_with_its_version_and_deleted()
    {
        _wire.On("POST", Destinations, """{"id":"d1","type":"EDGE","dataCenters":["OR1"],"ttl":3600,"version":1}""")
            .On("PUT", $"{Destinations}/d1", """{"id":"d1","type":"EDGE","dataCenters":["OR1","VA5"],"ttl":8000,"version":2}""")
            .On("DELETE", $"{Destinations}/d1", (204, ""));
        ProjectionDestination made =
            await _projections.Destinations.CreateAsync(new ProjectionDestinationDefinition(EdgeDataCenter.WesternUnitedStates));
        ProjectionDestination replaced = await _projections.Destinations.ReplaceAsync(
            made, new ProjectionDestinationDefinition(EdgeDataCenter.WesternUnitedStates,
                EdgeDataCenter.EasternUnitedStates)
            { TtlInSeconds = 8000 });
        await _projections.Destinations.DeleteAsync("d1");
        Assert.Equal(2, replaced.Version);
        Wire.IsJson(
            """{"type":"EDGE","dataCenters":["OR1"],"ttl":3600,"replicationPolicy":"REACTIVE"}""", _wire.Single("POST", Destinations));
        Wire.IsJson(
            """{"type":"EDGE","dataCenters":["OR1","VA5"],"ttl":8000,"replicationPolicy":"REACTIVE","currentVersion":1}""",
                _wire.Single("PUT", $"{Destinations}/d1"));
        Assert.Equal("application/vnd.adobe.platform.projectionDestination+json; version=1", ContentType("POST", Destinations));
        Assert.Equal("application/vnd.adobe.platform.projectionDestination+json", ContentType("PUT", $"{Destinations}/d1"));
    }

    [Fact]
    public async Task Projections_are_listed_by_class_and_name()
    {
        _wire.On("GET", Projections, """
            {"_links":{},"_embedded":{"projectionConfigs":[{"_embedded":{"destination":{"id":"a6"}},"selector":"strategy","version":2,
             "id":"p1",
              "schemaName":"_xdm.context.profile","name":"adcloud_rlsa","destinationId":"a6"}]}}
            """);
        Projection found = await _projections.ListAsync("_xdm.context.profile", "adcloud_rlsa").SingleAsync();
        Assert.Equal(("p1", "strategy", "a6", 2), (found.Id, found.Selector, found.DestinationId, found.Version));
        Assert.Equal(
            ("_xdm.context.profile", "adcloud_rlsa"), (Wire.Query(_wire.Requests[0], "schemaName"), Wire.Query(_wire.Requests[0], "name")));
        Assert.Throws<ArgumentException>(() => _projections.ListAsync(name: "adcloud_rlsa"));
    }

    [Fact]
    public async Task A_list_without_projections_is_empty()
    {
        _wire.On("GET", Projections, """{"_links":{},"_embedded":{"projectionConfigs":[]}}""", """{"_links":{}}""");
        Assert.Empty(await _projections.ListAsync().ToListAsync());
        Assert.Empty(await _projections.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task A_projection_is_created_replaced_read_and_deleted()
    {
        const string Answer =
            """
            {"selector":"emails,person(firstName)","version":2,"id":"p1","schemaName":"_xdm.context.profile","name":"my_test_projection",
             "destinationId":"cc5a"}
            """;
        _wire.On("POST", Projections, Answer).On("GET", $"{Projections}/p1", Answer).On("PUT", $"{Projections}/p1", Answer)
            .On("DELETE", $"{Projections}/p1", (204, ""));
        var definition = new ProjectionDefinition("my_test_projection", "emails,person(firstName)", "cc5a");
        Assert.Equal("p1", (await _projections.CreateAsync(definition)).Id);
        Assert.Equal("p1", (await _projections.GetAsync("p1")).Id);
        Assert.Equal("p1", (await _projections.ReplaceAsync("p1", definition)).Id);
        await _projections.DeleteAsync("p1");
        Wire.IsJson("""{"selector":"emails,person(firstName)","name":"my_test_projection","destinationId":"cc5a"}""",
            _wire.Single("POST", Projections));
        Assert.Equal("_xdm.context.profile", Wire.Query(_wire.Single("POST", Projections), "schemaName"));
        Assert.Equal("application/vnd.adobe.platform.projectionConfig+json; version=1", ContentType("POST", Projections));
        Assert.Equal(1, _wire.Count("DELETE", $"{Projections}/p1"));
    }

    [Fact]
    public async Task What_the_service_does_not_take_is_not_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _projections.CreateAsync(new ProjectionDefinition("p", "emails, person", "d")));
        await Assert.ThrowsAsync<ArgumentException>(() => _projections.Destinations.CreateAsync(new ProjectionDestinationDefinition()));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _projections.Destinations.CreateAsync(new ProjectionDestinationDefinition(EdgeDataCenter.Emea) { TtlInSeconds = 599 }));
        Assert.Empty(_wire.Requests);
    }

    private string ContentType(string method, string path) => Assert.Single(_wire.Single(method, path).Headers!["Content-Type"]);
}
