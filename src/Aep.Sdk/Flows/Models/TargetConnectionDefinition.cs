using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A target connection to create: where a dataflow writes.</summary>
/// <param name="Name">Its name. <c>GetOrCreateAsync</c> finds an existing connection by it.</param>
/// <param name="ConnectionSpec">The connection specification it follows.</param>
public sealed record TargetConnectionDefinition(string Name, SpecReference ConnectionSpec) : IFlowResourceDefinition
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The base connection it goes through, if it needs one.</summary>
    public string? BaseConnectionId { get; init; }

    /// <summary>Format and schema of the data.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Path, dataset and other parameters, as the connection specification defines them.</summary>
    public JsonObject? Params { get; init; }
}
