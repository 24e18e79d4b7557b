using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>What became of requests for partnerships, by organisation.</summary>
public sealed record PartnershipRequests
{
    /// <summary>Those that were sent.</summary>
    public JsonElement? SuccessfulRequests { get; init; }

    /// <summary>Those that were not, and why.</summary>
    public JsonElement? FailedRequests { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
