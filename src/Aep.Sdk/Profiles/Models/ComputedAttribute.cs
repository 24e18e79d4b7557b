using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>An attribute of profiles that is computed of their events.</summary>
public sealed record ComputedAttribute
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name: the field below <c>_{tenant}.ComputedAttributes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>How it is getting on.</summary>
    public ComputedAttributeStatus? Status { get; init; }

    /// <summary>What is computed.</summary>
    public ProfileExpression? Expression { get; init; }

    /// <summary>Over how long.</summary>
    public ComputedDuration? Duration { get; init; }

    /// <summary>Whether it is kept up to date with new events.</summary>
    public bool? KeepCurrent { get; init; }

    /// <summary>Where it stands in the profile.</summary>
    public string? Path { get; init; }

    /// <summary>When it was computed last, as the service writes it.</summary>
    [JsonPropertyName("lastEvaluationTs")]
    public string? LastEvaluation { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
