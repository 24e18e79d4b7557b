using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A server that a destination is reached through.</summary>
public sealed record DestinationDelivery
{
    /// <summary>Who authenticates there.</summary>
    public AuthenticationRule? AuthenticationRule { get; init; }

    /// <summary>The credential, for <see cref="Authoring.AuthenticationRule.Platform"/>.</summary>
    public string? AuthenticationId { get; init; }

    /// <summary>The server.</summary>
    public string? DestinationServerId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
