using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>An export of profiles to a dataset.</summary>
public sealed record ProfileExportJob
{
    /// <summary>Id.</summary>
    [JsonPropertyName("id")]
    public decimal? Number { get; init; }

    /// <summary>How it is getting on.</summary>
    public ExportJobStatus? Status { get; init; }

    /// <summary>Where the profiles go.</summary>
    public ProfileExportDestination? Destination { get; init; }

    /// <summary>The fields that are exported, with commas between.</summary>
    public string? Fields { get; init; }

    /// <summary><c>BATCH</c> or <c>STREAMING</c>.</summary>
    public string? JobType { get; init; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<SegmentJobError> Errors { get => field ?? []; init; }

    /// <summary>What it has done.</summary>
    public ProfileExportMetrics? Metrics { get; init; }

    /// <summary>Id, as text.</summary>
    [JsonIgnore]
    public string Id => Number?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
