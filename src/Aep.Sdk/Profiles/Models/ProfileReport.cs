using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>A report about the sample of the profile store.</summary>
public sealed record ProfileReport
{
    /// <summary>Its rows.</summary>
    public IReadOnlyList<ProfileReportRow> Data { get => field ?? []; init; }

    /// <summary>When it was made, as the service writes it.</summary>
    public string? ReportTimestamp { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
