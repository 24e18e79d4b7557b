using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A value, or a Pebble template that makes one.</summary>
/// <param name="TemplatingStrategy"><c>PEBBLE_V1</c> for a template, <c>NONE</c> for a value.</param>
/// <param name="Value">The template or value.</param>
public sealed record TemplatedValue(string TemplatingStrategy, string? Value)
{
    /// <summary>A value as it stands.</summary>
    /// <param name="value">The value.</param>
    public static TemplatedValue Plain(string value) => new("NONE", value);

    /// <summary>A Pebble template, for example <c>{{customerData.bucket}}</c>.</summary>
    /// <param name="template">The template.</param>
    public static TemplatedValue Pebble(string template) => new("PEBBLE_V1", template);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
