using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>The date on which a dataset is deleted.</summary>
public sealed record DatasetExpiration
{
    /// <summary>Id of the expiration.</summary>
    [JsonPropertyName("ttlId")]
    public required string Id { get; init; }

    /// <summary>The dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>The dataset's name.</summary>
    public string? DatasetName { get; init; }

    /// <summary>Title for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Why.</summary>
    public string? Description { get; init; }

    /// <summary>State.</summary>
    public ExpirationStatus Status { get; init; }

    /// <summary>When the dataset is deleted, UTC.</summary>
    [JsonConverter(typeof(ExpirationTimeConverter))]
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>When this was last changed, UTC.</summary>
    [JsonConverter(typeof(ExpirationTimeConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who has changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>What has become of it, oldest first; empty where it was not asked for.</summary>
    public IReadOnlyList<ExpirationEvent> History { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
