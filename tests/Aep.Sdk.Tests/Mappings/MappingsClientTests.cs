using Aep.Sdk.Mappings;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Mappings;

public sealed class MappingsClientTests : IDisposable
{
    private const string Sets = "/data/foundation/conversion/mappingSets";

    private readonly Wire _wire = new();
    private readonly MappingsClient _mappings;

    public MappingsClientTests() => _mappings = new MappingsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AMappingSetIsCreated()
    {
        _wire.On("POST", Sets, """{"id":"m1","version":0,"createdDate":1614901254724}""");
        MappingSetDefinition definition = MappingSetDefinition.ForSchema("https://ns.adobe.com/acme/schemas/1")
            .Attribute("userId", "_acme.userid").Expression("to_decimal(prediction)", "_acme.propensity");

        MappingSet set = await _mappings.CreateAsync(definition);

        Assert.Equal(("m1", 0), (set.Id, set.Version));
        Wire.IsJson(
            """
            {"outputSchema":{"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"application/vnd.adobe.xed-full+json;version=1"}},
             "mappings":[{"source":"userId","destination":"_acme.userid","sourceType":"ATTRIBUTE"},
                         {"source":"to_decimal(prediction)","destination":"_acme.propensity","sourceType":"EXPRESSION"}]}
            """,
            _wire.Single("POST", Sets));
    }

    [Fact]
    public async Task AMappingSetIsReadWithItsFields()
    {
        _wire.On("GET", $"{Sets}/m1",
            """{"id":"m1","version":1,"mappings":[{"source":"a","destination":"b","sourceType":"STATIC","version":0}]}""");
        Mapping mapping = Assert.Single((await _mappings.GetAsync("m1")).Mappings);
        Assert.Equal(("a", "b", MappingSourceType.Static), (mapping.Source, mapping.Destination, mapping.SourceType));
    }

    [Fact]
    public async Task RefusalsAndEmptyDefinitionsAreErrors()
    {
        _wire.On("POST", Sets, (400, """{"errorCode":"DATAPREP-1","message":"unknown schema"}"""));
        await Assert.ThrowsAsync<AepRequestException>(() => _mappings.CreateAsync(MappingSetDefinition.ForSchema("x").Attribute("a", "b")));
        await Assert.ThrowsAsync<ArgumentException>(() => _mappings.CreateAsync(MappingSetDefinition.ForSchema("x")));
    }
}
