using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A stage of the ingestion of an external audience.</summary>
public sealed record ExternalAudienceStage
{
    /// <summary><c>DATASET_INGEST</c> (data lake) or <c>PROFILE_STORE_INGEST</c> (profile store).</summary>
    public string? Stage { get; init; }

    /// <summary>How it stands.</summary>
    public ExternalAudienceStatus? Status { get; init; }

    /// <summary>Id of its flow run, which says more.</summary>
    public string? FlowRunId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
