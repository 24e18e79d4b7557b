using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Whether a sample is being taken.</summary>
public sealed record SampleJobState
{
    /// <summary>Whether it is.</summary>
    public bool Status { get; init; }

    /// <summary>Since when, as the service writes it.</summary>
    public string? SubmissionTimestamp { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
