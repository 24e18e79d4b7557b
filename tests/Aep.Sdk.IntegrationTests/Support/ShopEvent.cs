using System.Text.Json.Serialization;
using Aep.Sdk.Datasets;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>An event with a field of every type, and a dataset of them.</summary>
public sealed record ShopEvent
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    [JsonPropertyName("_aeplocal")]
    [XdmTenant]
    public ShopFields? Fields { get; init; }

    /// <summary>A dataset with a schema of its own.</summary>
    public static async Task<Dataset> CreateDatasetAsync(AepClient aep, string name)
    {
        AppliedSchema applied = await aep.Schemas.ApplyAsync(XdmSchema.From(ShopJson.Default.ShopEvent, name, XdmClasses.ExperienceEvent));
        return await aep.Datasets.CreateAsync(new DatasetDefinition(name, applied.Schema.Id));
    }
}
