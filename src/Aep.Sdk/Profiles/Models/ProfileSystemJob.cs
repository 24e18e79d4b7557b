using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>A request to delete data from the profile store.</summary>
public sealed record ProfileSystemJob
{
    /// <summary>Id, on Microsoft Azure.</summary>
    [JsonPropertyName("id")]
    public string? JobId { get; init; }

    /// <summary>Id, on Amazon Web Services.</summary>
    public string? RequestId { get; init; }

    /// <summary>Kind, on Microsoft Azure.</summary>
    public string? JobType { get; init; }

    /// <summary>Kind, on Amazon Web Services.</summary>
    public string? RequestType { get; init; }

    /// <summary>How it is getting on.</summary>
    public ProfileSystemJobStatus? Status { get; init; }

    /// <summary>The dataset whose data goes.</summary>
    [JsonPropertyName("dataSetId")]
    public string? DatasetId { get => field ?? Properties?.DatasetId; init; }

    /// <summary>The batch whose data goes; null for a whole dataset.</summary>
    public string? BatchId { get => field ?? Properties?.BatchId; init; }

    /// <summary>Dataset and batch, on Amazon Web Services.</summary>
    public SystemJobProperties? Properties { get; init; }

    /// <summary>What it has done, as JSON text.</summary>
    public string? Metrics { get; init; }

    /// <summary>When it was created, in seconds since 1970 UTC.</summary>
    public long? CreateEpoch { get; init; }

    /// <summary>When it was changed last, in seconds since 1970 UTC.</summary>
    public long? UpdateEpoch { get; init; }

    /// <summary>When it was created, on Amazon Web Services.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last, on Amazon Web Services.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Id, wherever the organisation is hosted.</summary>
    [JsonIgnore]
    public string Id => JobId ?? RequestId ?? "";

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
