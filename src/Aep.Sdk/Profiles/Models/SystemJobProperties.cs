using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>What a request to delete is about, on Amazon Web Services.</summary>
public sealed record SystemJobProperties
{
    /// <summary>The dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>The batch.</summary>
    public string? BatchId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
