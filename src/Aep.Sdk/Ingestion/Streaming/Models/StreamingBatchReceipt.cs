using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>What became of several records that were sent in one request.</summary>
public sealed record StreamingBatchReceipt
{
    /// <summary>The inlet that took them.</summary>
    public string? InletId { get; init; }

    /// <summary>AEP's id of the request.</summary>
    public string? BatchId { get; init; }

    /// <summary>When they were received, in milliseconds since 1970 UTC.</summary>
    public long? ReceivedTimeMs { get; init; }

    /// <summary>One outcome for each record, in their order.</summary>
    [JsonPropertyName("responses")]
    public IReadOnlyList<StreamingOutcome> Outcomes { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
