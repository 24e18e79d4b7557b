using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>A row whose newer member older files do not have; null where there is nothing, although it is required.</summary>
internal sealed record Grown
{
    [JsonPropertyName("_aeplocal")]
    public required GrownFields? Fields { get; init; }
}

internal sealed record GrownFields
{
    [JsonPropertyName("USERID")]
    public required string? UserId { get; init; } // columns find members in any case, as this serializer does

    public required int? Level { get; init; }
}

/// <summary>A row with a required member that no event has.</summary>
internal sealed record Keyless
{
    public required string? EventType { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Grown))]
[JsonSerializable(typeof(Keyless))]
internal sealed partial class GrownJson : JsonSerializerContext;
