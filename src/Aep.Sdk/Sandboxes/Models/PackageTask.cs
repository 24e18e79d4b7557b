using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>One step of a job.</summary>
public sealed record PackageTask
{
    /// <summary>What was done.</summary>
    public string? TaskType { get; init; }

    /// <summary>How it ended.</summary>
    public string? TaskStatus { get; init; }

    /// <summary>The object it was about.</summary>
    public PackageArtifact? Artifact { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
