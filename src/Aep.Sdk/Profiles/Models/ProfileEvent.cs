using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>An experience event of a profile.</summary>
public sealed record ProfileEvent
{
    /// <summary>Id of the event.</summary>
    public string? EntityId { get; init; }

    /// <summary>Id of the profile.</summary>
    public string? RelatedEntityId { get; init; }

    /// <summary>When it happened, in milliseconds since 1970 UTC.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The event, as XDM.</summary>
    public System.Text.Json.Nodes.JsonObject? Entity { get; init; }

    /// <summary>When it came, as the service writes it.</summary>
    public string? LastModifiedAt { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
