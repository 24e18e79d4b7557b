using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>When a field is shown.</summary>
public sealed record FieldCondition
{
    /// <summary>The other field.</summary>
    public string? Field { get; init; }

    /// <summary>How it is compared: <c>EQUALS</c>.</summary>
    public string? Operator { get; init; }

    /// <summary>What the other field must be.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
