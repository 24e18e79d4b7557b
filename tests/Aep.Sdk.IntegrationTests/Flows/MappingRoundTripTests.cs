using System.Text.Json.Nodes;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>A mapping set comes back as it was built, and each change of it is a version of its own.</summary>
public sealed class MappingRoundTripTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly JsonObject Target = new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["user"] = new JsonObject { ["type"] = "string" },
            ["score"] = new JsonObject { ["type"] = "number" },
            ["kind"] = new JsonObject { ["type"] = "string" },
        },
    };

    private MappingsClient Mappings => platform.Aep.Mappings;

    [Fact]
    public async Task WhatWasBuiltIsReadBack()
    {
        MappingSetDefinition built =
            Definition().Map("userId").To("user").MapExpression("to_decimal(prediction)").To("score").MapConstant("ü").To("kind");

        MappingSet created = await Mappings.CreateAsync(built);

        Assert.Equal(built.Mappings.Select(Parts), (await Mappings.GetAsync(created.Id)).Mappings.Select(Parts));
        Assert.Equal(built.Mappings.Select(Parts), (await Mappings.GetMappingsAsync(created.Id)).Select(Parts));
        Assert.Contains(created.Id, (await Mappings.ListAsync().ToListAsync()).Select(mapping => mapping.Id));
    }

    [Fact]
    public async Task AChangeIsANewVersionAndTheOldOneStays()
    {
        MappingSetDefinition first = Definition().Map("userId").To("user"), second = first.Map("prediction").To("score");
        MappingSet created = await Mappings.CreateAsync(first);

        MappingSet changed = await Mappings.UpdateAsync(created.Id, second);

        Assert.Equal((created.Id, created.Version + 1), (changed.Id, changed.Version));
        Assert.Equal(second.Mappings.Select(Parts), (await Mappings.GetAsync(created.Id)).Mappings.Select(Parts));
        Assert.Equal(first.Mappings.Select(Parts), (await Mappings.GetAsync(created.Id, created.Version)).Mappings.Select(Parts));
    }

    private static MappingSetDefinition Definition() => MappingSetDefinition.ForJsonSchema((JsonObject)Target.DeepClone());

    private static (string, string, MappingSourceType) Parts(Mapping mapping) => (mapping.Source, mapping.Destination, mapping.SourceType);
}
