using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How files are exported.</summary>
public sealed record BatchConfiguration
{
    /// <summary>Whether customers choose attributes that must be there.</summary>
    public bool? AllowMandatoryFieldSelection { get; init; }

    /// <summary>Whether customers choose what makes rows unique.</summary>
    public bool? AllowDedupeKeyFieldSelection { get; init; }

    /// <summary>What an export holds by default.</summary>
    public FileExportMode? DefaultExportMode { get; init; }

    /// <summary>What customers can choose.</summary>
    public IReadOnlyList<FileExportMode>? AllowedExportModes { get; init; }

    /// <summary>How often customers can choose.</summary>
    public IReadOnlyList<FileExportFrequency>? AllowedScheduleFrequency { get; init; }

    /// <summary>How often by default.</summary>
    public FileExportFrequency? DefaultFrequency { get; init; }

    /// <summary>When by default, for example <c>00:00</c>.</summary>
    public string? DefaultStartTime { get; init; }

    /// <summary>How files are named.</summary>
    public FileNameConfiguration? FilenameConfig { get; init; }

    /// <summary>Whether the audiences of a dataflow share files.</summary>
    public bool? SegmentGroupingEnabled { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
