using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How exported files are named.</summary>
public sealed record FileNameConfiguration
{
    /// <summary>What customers can append.</summary>
    public IReadOnlyList<FileNameMacro>? AllowedFilenameAppendOptions { get; init; }

    /// <summary>What is appended by default.</summary>
    public IReadOnlyList<FileNameMacro>? DefaultFilenameAppendOptions { get; init; }

    /// <summary>How names begin, for example <c>%DESTINATION%_%SEGMENT_ID%</c>.</summary>
    public string? DefaultFilename { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
