using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>The request that carries profiles.</summary>
public sealed record HttpTemplate
{
    /// <summary>Its method, for example <c>POST</c>.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>Its body.</summary>
    public TemplatedValue? RequestBody { get; init; }

    /// <summary>Its query.</summary>
    public TemplatedValue? QueryParameters { get; init; }

    /// <summary>Its content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its headers.</summary>
    public IReadOnlyList<TemplatedHeader>? Headers { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
