using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Bytes that a run read and wrote.</summary>
public sealed record RunSizeSummary
{
    /// <summary>Bytes read.</summary>
    public long? InputBytes { get; init; }

    /// <summary>Bytes written.</summary>
    public long? OutputBytes { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
