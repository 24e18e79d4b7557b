using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A request to publish a destination (Destination SDK <c>/destinations/publish</c>).</summary>
public sealed record PublishRequest
{
    /// <summary>The destination.</summary>
    public string? DestinationId { get; init; }

    /// <summary>How it stands.</summary>
    public IReadOnlyList<PublishDetails> PublishDetailsList { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
