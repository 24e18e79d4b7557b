using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>One request of a test.</summary>
public sealed record DestinationTestResult
{
    /// <summary>Which profiles were gathered into it.</summary>
    public JsonObject? AggregationKey { get; init; }

    /// <summary>The requests with their answers and trace.</summary>
    public IReadOnlyList<JsonElement> HttpCalls { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
