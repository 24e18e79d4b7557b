using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>What became of one of several records.</summary>
public sealed record StreamingOutcome
{
    /// <summary>AEP's id of the record, for inquiries; null for one that was refused.</summary>
    [JsonPropertyName("xactionId")]
    public string? TransactionId { get; init; }

    /// <summary>HTTP status of a record that was not taken: 400 and above.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why it was not taken.</summary>
    public string? Message { get; init; }

    /// <summary>True when AEP has the record.</summary>
    [JsonIgnore]
    public bool IsAccepted => StatusCode is null or (>= 200 and < 300);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
