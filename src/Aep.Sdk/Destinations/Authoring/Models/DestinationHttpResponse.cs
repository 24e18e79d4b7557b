using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>An answer of a destination.</summary>
public sealed record DestinationHttpResponse
{
    /// <summary>Its status. The service writes it as a number or as a text.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Code { get; init; }

    /// <summary>Its headers.</summary>
    public JsonElement? Headers { get; init; }

    /// <summary>Its body: a text, or what its JSON says.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
