using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>A base connection: an account on the storage or system at the other end (Flow Service <c>/connections</c>).</summary>
public sealed record Connection
{
    /// <summary>The connection's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public FlowState State { get; init; }

    /// <summary>Its version, needed to update it.</summary>
    public string? Etag { get; init; }

    /// <summary>The connection specification it follows.</summary>
    public SpecReference? ConnectionSpec { get; init; }

//@@EXT
}
