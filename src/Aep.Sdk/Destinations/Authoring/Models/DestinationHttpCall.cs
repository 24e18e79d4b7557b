using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What was sent to a destination and what came back.</summary>
public sealed record DestinationHttpCall
{
    /// <summary>Adobe's id of it.</summary>
    public string? TraceId { get; init; }

    /// <summary>What was sent.</summary>
    public DestinationHttpRequest? Request { get; init; }

    /// <summary>What came back.</summary>
    public DestinationHttpResponse? Response { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
