using System.Text.Json.Nodes;
using Aep.Sdk.Mappings;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Mappings;

public sealed class MappingSetsTests : IDisposable
{
    private const string Root = "/data/foundation/conversion";

    private readonly Wire _wire = new();
    private readonly MappingsClient _mappings;

    public MappingSetsTests() => _mappings = new MappingsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public void TheBuilderReadsFromLeftToRight()
    {
        MappingSetDefinition definition = MappingSetDefinition.ForSchema("s").Map("prediction").To("_t.propensity")
            .MapExpression("upper(id)").To("_t.id").MapConstant("web").To("channel");

        Assert.Equal(
            [new Mapping("prediction", "_t.propensity", MappingSourceType.Attribute),
                new Mapping("upper(id)", "_t.id", MappingSourceType.Expression), new Mapping("web", "channel", MappingSourceType.Static)],
            definition.Mappings);
        Assert.Empty(MappingSetDefinition.ForSchema("s").Mappings);
        Assert.Throws<ArgumentException>(() => definition.Map("").To("a"));
    }

    [Fact]
    public async Task SetsArePagedByTheirStart()
    {
        _wire.On("GET", $"{Root}/mappingSets", """{"data":[{"id":"1"},{"id":"2"}]}""", """{"data":[{"id":"3"}]}""");

        List<string> ids = await _mappings.ListAsync().AsPagesAsync(pageSize: 2)
            .SelectMany(page => page.Items.Select(set => set.Id).ToAsyncEnumerable()).ToListAsync();

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            [("0", "2"), ("2", "2")], _wire.Requests.Select(request => (Wire.Query(request, "start"), Wire.Query(request, "limit"))));
    }

    [Fact]
    public async Task SetsAreValidatedPreviewedAndVersioned()
    {
        MappingSetDefinition definition = MappingSetDefinition.ForSchema("s").Map("a").To("b");
        _wire.On("POST", $"{Root}/mappingSets/validate", """{"validationResponse":[{"status":"FAILED","errors":["no such field"]}]}""")
            .On("POST", $"{Root}/mappingSets/preview", """{"data":{"b":"1"},"errors":[{"destination":"b","exception":"bad"}]}""")
            .On("PUT", $"{Root}/mappingSets/m1", """{"id":"m1","version":3}""")
                .On("GET", $"{Root}/mappingSets/m1", """{"id":"m1","version":2}""");

        Assert.Equal("no such field", (await _mappings.ValidateAsync(definition))[0].Errors[0].GetString());
        MappingPreview preview = await _mappings.PreviewAsync(definition, new JsonObject { ["a"] = 1 });
        Assert.Equal(("1", "bad"), (preview.Data.GetProperty("b").GetString(), preview.Errors[0].Exception));
        Assert.Equal(3, (await _mappings.UpdateAsync("m1", definition)).Version);
        Assert.Equal(2, (await _mappings.GetAsync("m1", 2)).Version);
        Assert.Equal("2", Wire.Query(_wire.Requests[^1], "version"));
    }

    [Fact]
    public async Task TheLanguageTellsItsFunctionsAndOperators()
    {
        _wire.On("GET", $"{Root}/languages/el/functions", """[{"category":"String","function":"upper","since":1}]""")
            .On("GET", $"{Root}/languages/el/operators", """[{"operatorSymbol":"+"}]""")
            .On("POST", $"{Root}/languages/el/validate", "true")
                .On("GET", $"{Root}/mappingSets/m1/mappings", """{"id":"x","source":"a","destination":"b","sourceType":"ATTRIBUTE"}""")
            .On("GET", $"{Root}/mappingSets/m1/mappings/x",
                """{"id":"x","source":"a","destination":"b","sourceType":"ATTRIBUTE","matchScore":0}""");

        Assert.Equal("upper", (await _mappings.GetFunctionsAsync())[0].Function);
        Assert.Equal("+", (await _mappings.GetOperatorsAsync())[0].OperatorSymbol);
        Assert.True(await _mappings.ValidateExpressionAsync("upper(a)"));
        Assert.Equal("x", Assert.Single(await _mappings.GetMappingsAsync("m1")).Id);
        Assert.True((await _mappings.GetMappingAsync("m1", "x")).AdditionalProperties.ContainsKey("matchScore"));
    }
}
