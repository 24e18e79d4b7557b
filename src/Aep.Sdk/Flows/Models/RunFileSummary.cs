using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Files that a run read and wrote.</summary>
public sealed record RunFileSummary
{
    /// <summary>Files read.</summary>
    public long? InputFileCount { get; init; }

    /// <summary>Files written.</summary>
    public long? OutputFileCount { get; init; }

    /// <summary>Files that failed.</summary>
    public long? FailedFileCount { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
