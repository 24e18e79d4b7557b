using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>How a source's dataflow treats rows that cannot be ingested.</summary>
public sealed record FlowOptions
{
    /// <summary>The percentage of rows that may fail before a run has failed as a whole, over 0; null if none may.</summary>
    public double? PartialIngestionPercent { get; init; }

    /// <summary>Whether failed rows are kept with what is wrong with each.</summary>
    public bool? ErrorDiagnosticsEnabled { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
