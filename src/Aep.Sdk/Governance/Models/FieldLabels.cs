using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Labels of a field.</summary>
public sealed record FieldLabels
{
    /// <summary>Path of the field as a JSON Pointer.</summary>
    public string? Path { get; init; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Labels { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
