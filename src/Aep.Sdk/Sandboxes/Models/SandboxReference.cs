using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A sandbox of an organisation.</summary>
public sealed record SandboxReference
{
    /// <summary>Name of the sandbox.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the organisation.</summary>
    public string? ImsOrgId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
