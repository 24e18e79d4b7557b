using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowSourcesTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";

    private static readonly LandingZoneSourceDefinition Scores = new("scores")
    {
        Path = "dlz-user-container/cmle/ingress",
        DatasetId = "d1",
        SchemaId = "https://ns.adobe.com/acme/schemas/1",
        MappingSetId = "m1",
    };

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowSourcesTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task ASourceIsBuiltFromItsParts()
    {
        foreach (string kind in new[] { "flows", "sourceConnections", "targetConnections" })
            _wire.On("GET", $"{Root}/{kind}", """{"items":[]}""").On("POST", $"{Root}/{kind}", (201, $$"""{"id":"{{kind}}-1"}"""));
        _wire.On("GET", $"{Root}/flowSpecs", """{"items":[{"id":"spec-1","name":"CloudStorageToAEP","version":"1.0"}]}""");

        Assert.Equal("flows-1", await _flows.Sources.GetOrCreateLandingZoneSourceAsync(Scores));

        Assert.Equal("name==CloudStorageToAEP", Wire.Query(_wire.Single("GET", $"{Root}/flowSpecs"), "property"));
        Wire.IsJson(
            """
            {"name":"scores: dlz-user-container/cmle/ingress","connectionSpec":{"id":"26f526f2-58f4-4712-961d-e41bf1ccc0e8",
             "version":"1.0"},
             "data":{"format":"delimited"},"params":{"path":"dlz-user-container/cmle/ingress","type":"folder","recursive":true}}
            """,
            _wire.Single("POST", $"{Root}/sourceConnections"));
        Wire.IsJson(
            """
            {"name":"scores: d1","connectionSpec":{"id":"c604ff05-7f1a-43c0-8e18-33bf874cb11c","version":"1.0"},"params":{"dataSetId":"d1"},
             "data":{"format":"delimited","schema":{"id":"https://ns.adobe.com/acme/schemas/1",
              "version":"application/vnd.adobe.xed-full+json;version=1"}}}
            """,
            _wire.Single("POST", $"{Root}/targetConnections"));
        Wire.IsJson(
            """
            {"name":"scores","flowSpec":{"id":"spec-1","version":"1.0"},"sourceConnectionIds":["sourceConnections-1"],
             "targetConnectionIds":["targetConnections-1"],
             "transformations":[{"name":"Mapping","params":{"mappingId":"m1","mappingVersion":0}}],
             "scheduleParams":{"startTime":1772375400,"frequency":"minute","interval":"15"}}
            """,
            _wire.Single("POST", $"{Root}/flows"));
    }

    [Fact]
    public async Task AnExistingSourceIsReused()
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[{"id":"f9","name":"scores"}]}""");
        Assert.Equal("f9", await _flows.Sources.GetOrCreateLandingZoneSourceAsync(Scores));
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task ARefusedConnectionIsTheCallersError()
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[]}""").On("GET", $"{Root}/sourceConnections", """{"items":[]}""")
            .On("POST", $"{Root}/sourceConnections", (400, """{"errorCode":"1","message":"bad path"}"""));
        var error = await Assert.ThrowsAsync<AepRequestException>(() => _flows.Sources.GetOrCreateLandingZoneSourceAsync(Scores));
        Assert.Equal(400, error.Status);
    }

    [Fact]
    public void AnIntervalUnderFifteenMinutesIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores with { Interval = TimeSpan.FromMinutes(5) });
}
