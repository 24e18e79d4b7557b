using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A part that a resource is composed of.</summary>
public sealed record XdmReference
{
    /// <summary><c>$id</c> of the part, or a definition of the resource itself (<c>#/definitions/customFields</c>).</summary>
    [JsonPropertyName("$ref")]
    public string? Reference { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
