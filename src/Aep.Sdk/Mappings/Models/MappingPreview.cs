using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>What a mapping set makes of data.</summary>
public sealed record MappingPreview
{
    /// <summary>The result.</summary>
    public JsonElement Data { get; init; }

    /// <summary>What could not be mapped.</summary>
    public IReadOnlyList<MappingPreviewError> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
