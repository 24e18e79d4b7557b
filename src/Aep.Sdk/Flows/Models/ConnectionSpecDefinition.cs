using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A connection specification of one's own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ProviderId">The id of the provider that runs it.</param>
public sealed record ConnectionSpecDefinition(string Name, string ProviderId)
{
    /// <summary>Its version.</summary>
    public string Version { get; init; } = "1.0";

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Settings of the connector.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>Category, name and looks of the connector.</summary>
    public JsonObject? Attributes { get; init; }

    /// <summary>The ways to authenticate, each with the JSON Schema of its parameters.</summary>
    public JsonArray? AuthSpec { get; init; }

    /// <summary>The ways to encrypt.</summary>
    public JsonArray? EncryptionSpecs { get; init; }

    /// <summary>The JSON Schema of source connections.</summary>
    public JsonObject? SourceSpec { get; init; }

    /// <summary>The JSON Schema of target connections.</summary>
    public JsonObject? TargetSpec { get; init; }

    /// <summary>How the other end can be explored.</summary>
    public JsonObject? ExploreSpec { get; init; }

    /// <summary>Who may use it.</summary>
    public JsonObject? PermissionsInfo { get; init; }
}
