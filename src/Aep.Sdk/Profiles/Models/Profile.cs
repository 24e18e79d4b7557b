using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>A merged profile (Real-Time Customer Profile <c>/access/entities</c>).</summary>
public sealed record Profile
{
    /// <summary>The profile's id.</summary>
    public string? EntityId { get; init; }

    /// <summary>The profile's attributes, as XDM.</summary>
    public JsonObject Entity { get => field ?? []; init; }

    /// <summary>Ids of the datasets that the attributes come from.</summary>
    public IReadOnlyList<string> Sources { get => field ?? []; init; }

    /// <summary>When the profile last changed, as the service writes it.</summary>
    public string? LastModifiedAt { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
