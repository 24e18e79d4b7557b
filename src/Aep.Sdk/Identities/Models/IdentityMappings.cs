using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>For each identity, those of one namespace in its cluster.</summary>
public sealed record IdentityMappings
{
    /// <summary>One for each identity that has linked ones.</summary>
    public IReadOnlyList<IdentityMapping> Mappings { get => field ?? []; init; }

    /// <summary>XIDs for which there was no time; ask again.</summary>
    public IReadOnlyList<string>? UnprocessedXids { get; init; }

    /// <summary>Identities for which there was no time; ask again.</summary>
    public IReadOnlyList<IdentityReference>? UnprocessedNids { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
