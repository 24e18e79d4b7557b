using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What audiences are called at a destination.</summary>
public sealed record SegmentMapping
{
    /// <summary>By their names.</summary>
    public bool? MapExperiencePlatformSegmentName { get; init; }

    /// <summary>By their ids.</summary>
    public bool? MapExperiencePlatformSegmentId { get; init; }

    /// <summary>By what the customer enters.</summary>
    public bool? MapUserInput { get; init; }

    /// <summary>The <see cref="AudienceTemplate"/> that keeps them.</summary>
    public string? AudienceTemplateId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
