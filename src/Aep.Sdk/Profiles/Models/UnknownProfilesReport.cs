using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Profiles of one fragment that have had no new event, by how long.</summary>
public sealed record UnknownProfilesReport
{
    /// <summary>What was counted.</summary>
    public UnknownProfilesData? Data { get; init; }

    /// <summary>When it was made, as the service writes it.</summary>
    public string? ReportTimestamp { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
