using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A change of an expiration.</summary>
public sealed record ExpirationEvent
{
    /// <summary>What happened: <c>created</c>, <c>updated</c>, <c>cancelled</c>, …</summary>
    public string? Status { get; init; }

    /// <summary>The date then, UTC.</summary>
    [JsonConverter(typeof(ExpirationTimeConverter))]
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>When it happened, UTC.</summary>
    [JsonConverter(typeof(ExpirationTimeConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who did it.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
