using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>The answer to a query for clusters.</summary>
public sealed record IdentityClusters
{
    /// <summary>Version of the answer's form.</summary>
    public string? Version { get; init; }

    /// <summary>One for each identity that was asked for.</summary>
    public IReadOnlyList<IdentityCluster> Clusters { get => field ?? []; init; }

    /// <summary>Identities for which there was no time; ask again.</summary>
    [JsonIgnore]
    public IReadOnlyList<IdentityReference> Unprocessed => MemberNode.Read(UnprocessedRecords);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    [JsonInclude]
    internal IReadOnlyList<JsonElement>? UnprocessedRecords { get; init; }
}
