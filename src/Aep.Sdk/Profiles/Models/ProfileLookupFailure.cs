using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>What went wrong in a look-up.</summary>
public sealed record ProfileLookupFailure
{
    /// <summary>What the service says.</summary>
    public string? Message { get; init; }

    /// <summary>Why.</summary>
    public string? Cause { get; init; }

    /// <summary>HTTP status of this entity, as text.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
