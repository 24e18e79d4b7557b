using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

/// <summary>A merged profile (Real-Time Customer Profile <c>/access/entities</c>).</summary>
public sealed record Profile
{
    /// <summary>The profile's id.</summary>
    public string? EntityId { get; init; }

    /// <summary>The profile's attributes, as XDM.</summary>
    public JsonObject Entity { get; init; } = [];

    /// <summary>Ids of the datasets that the attributes come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>When the profile last changed, as the service writes it.</summary>
    public string? LastModifiedAt { get; init; }

//@@EXT
}
