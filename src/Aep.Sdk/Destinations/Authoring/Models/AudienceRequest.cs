using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A request that keeps a destination's audiences.</summary>
public sealed record AudienceRequest
{
    /// <summary>Its address, a Pebble template.</summary>
    public string? Url { get; init; }

    /// <summary>Its method.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>Its headers.</summary>
    public IReadOnlyList<AudienceRequestHeader>? Headers { get; init; }

    /// <summary>Its body: a member <c>json</c> with what is sent, whose texts are Pebble templates.</summary>
    public JsonObject? RequestBody { get; init; }

    /// <summary>What is taken from a good answer.</summary>
    public IReadOnlyList<AudienceResponseField>? ResponseFields { get; init; }

    /// <summary>What is taken from a bad one.</summary>
    public IReadOnlyList<AudienceResponseField>? ResponseErrorFields { get; init; }

    /// <summary>What fields must look like before it is sent.</summary>
    public IReadOnlyList<TemplateValidation>? Validations { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
