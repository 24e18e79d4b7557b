using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>The answer to a query for graphs.</summary>
public sealed record IdentityGraphs
{
    /// <summary>Version of the answer's form.</summary>
    public string? Version { get; init; }

    /// <summary>One for each identity that was asked for.</summary>
    public IReadOnlyList<IdentityGraph> Graphs { get => field ?? []; init; }

    /// <summary>Identities for which there was no time; ask again.</summary>
    [JsonPropertyName("unprocessed_composite_xids")]
    public IReadOnlyList<IdentityReference>? UnprocessedCompositeXids { get; init; }

    /// <summary>XIDs for which there was no time; ask again.</summary>
    [JsonPropertyName("unprocessed_xids")]
    public IReadOnlyList<string>? UnprocessedXids { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
