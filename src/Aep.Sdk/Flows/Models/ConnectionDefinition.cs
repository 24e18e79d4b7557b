using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A base connection to create.</summary>
/// <param name="Name">Its name. <c>GetOrCreateAsync</c> finds an existing connection by it.</param>
/// <param name="ConnectionSpec">The connection specification it follows.</param>
public sealed record ConnectionDefinition(string Name, SpecReference ConnectionSpec) : IFlowResourceDefinition
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Credentials, as the connection specification defines them. The Data Landing Zone needs none.</summary>
    public JsonObject? Auth { get; init; }

    /// <summary>Name and specification; credentials are not shown.</summary>
    public override string ToString() =>
        $"{nameof(ConnectionDefinition)} {{ Name = {Name}, ConnectionSpec = {ConnectionSpec}, Auth = {(Auth is null ? "none" : "***")} }}";
}
