using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Datasets;

/// <summary>Where row expiration stands in the catalog: in the extensions of a dataset, and in the answer of GET /ttl/{id}.</summary>
internal sealed record RetentionDocument
{
    public RetentionExtensions? Extensions { get; init; }

    public RetentionLimits Limits => Extensions?.Lake?.RowExpiration is { } lake
        ? new RetentionLimits(lake.DefaultValue, lake.MinValue, lake.MaxValue)
        : new RetentionLimits(null, null, null);

    public static RowRetention Read(JsonElement extensions)
    {
        RetentionExtensions? sections = extensions.Deserialize(DatasetsJson.Default.RetentionExtensions);
        return new RowRetention(sections?.Lake?.RowExpiration?.TtlValue, sections?.Profile?.RowExpiration?.TtlValue);
    }

    public static RowExpiration? ReadLake(JsonElement extensions) =>
        extensions.Deserialize(DatasetsJson.Default.RetentionExtensions)?.Lake?.RowExpiration?.ToExpiration();

    public static RowExpiration? ReadProfile(JsonElement extensions) =>
        extensions.Deserialize(DatasetsJson.Default.RetentionExtensions)?.Profile?.RowExpiration?.ToExpiration();

    // Null is said, not left out: it ends the expiration.
    public static JsonObject Write(RowRetention retention) => new()
    {
        [RetentionExtensions.LakeName] = Section(retention.Lake),
        [RetentionExtensions.ProfileName] = Section(retention.Profile),
    };

    private static JsonObject Section(RetentionPeriod? period) =>
        new() { ["rowExpiration"] = new JsonObject { ["ttlValue"] = period?.Value } };
}

/// <summary>The extensions of a dataset that speak of row expiration.</summary>
internal sealed record RetentionExtensions
{
    public const string LakeName = "adobe_lakeHouse";
    public const string ProfileName = "adobe_unifiedProfile";

    [JsonPropertyName(LakeName)]
    public RetentionSection? Lake { get; init; }

    [JsonPropertyName(ProfileName)]
    public RetentionSection? Profile { get; init; }
}

/// <summary>What one store does with old rows.</summary>
internal sealed record RetentionSection
{
    public RowExpirationValues? RowExpiration { get; init; }
}

/// <summary>The period of a dataset, or what it may be.</summary>
internal sealed record RowExpirationValues(RetentionPeriod? TtlValue, RetentionPeriod? DefaultValue, RetentionPeriod? MinValue,
    RetentionPeriod? MaxValue, string? ValueStatus, string? SetBy, long? Updated)
{
    public RowExpiration ToExpiration() => new(
        TtlValue, ValueStatus, SetBy, Updated is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null);
}
