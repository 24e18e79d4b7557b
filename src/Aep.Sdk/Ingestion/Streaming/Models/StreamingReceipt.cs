using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>AEP has a record.</summary>
public sealed record StreamingReceipt
{
    /// <summary>The inlet that took it.</summary>
    public string? InletId { get; init; }

    /// <summary>AEP's id of it, for inquiries.</summary>
    [JsonPropertyName("xactionId")]
    public string? TransactionId { get; init; }

    /// <summary>When it was received, in milliseconds since 1970 UTC.</summary>
    public long? ReceivedTimeMs { get; init; }

    /// <summary>What synchronous validation says; null where the answer does not mention it.</summary>
    public StreamingValidation? SyncValidation { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
