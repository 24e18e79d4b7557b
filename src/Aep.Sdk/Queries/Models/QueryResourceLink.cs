using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>A resource that belongs to a query.</summary>
public sealed record QueryResourceLink
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its address.</summary>
    public string? Href { get; init; }

    /// <summary>The HTTP method for the address; null where the service does not say.</summary>
    public string? Method { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
