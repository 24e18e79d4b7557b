using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What a destination answered to made-up profiles.</summary>
public sealed record DestinationTest
{
    /// <summary>What was sent and what came back.</summary>
    public IReadOnlyList<DestinationTestResult> Results { get => field ?? []; init; }

    /// <summary>The profiles.</summary>
    public IReadOnlyList<SampleProfile> InputProfiles { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
