using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How the publishing of a destination stands.</summary>
public sealed record PublishDetails
{
    /// <summary>The published configuration.</summary>
    public string? ConfigId { get; init; }

    /// <summary>Which organisations see it; <c>*</c> for all.</summary>
    public IReadOnlyList<string> AllowedOrgs { get => field ?? []; init; }

    /// <summary>How it stands.</summary>
    public PublishStatus? Status { get; init; }

    /// <summary><c>PUBLIC</c> or <c>DEV</c>.</summary>
    public string? DestinationType { get; init; }

    /// <summary>When it was published.</summary>
    public JsonElement? PublishedDate { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
