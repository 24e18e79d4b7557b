using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>Whether a field of a mapping set can be used.</summary>
public sealed record MappingValidation
{
    /// <summary><c>SUCCESS</c> or <c>FAILED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<JsonElement> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
