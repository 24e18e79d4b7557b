using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Why an entity could not be looked up.</summary>
public sealed record ProfileLookupError
{
    /// <summary>The identity that was asked for.</summary>
    public string? Xid { get; init; }

    /// <summary>What went wrong.</summary>
    public ProfileLookupFailure? Error { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
