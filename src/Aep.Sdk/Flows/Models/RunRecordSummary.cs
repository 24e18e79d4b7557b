using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Records that a run read and wrote.</summary>
public sealed record RunRecordSummary
{
    /// <summary>Records read.</summary>
    public long? InputRecordCount { get; init; }

    /// <summary>Records written.</summary>
    public long? OutputRecordCount { get; init; }

    /// <summary>Records that could not be written.</summary>
    public long? FailedRecordCount { get; init; }

    /// <summary>Records left out, for example by a filter.</summary>
    public long? SkippedRecordCount { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
