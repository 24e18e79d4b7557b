using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>A target connection: where a dataflow writes (Flow Service <c>/targetConnections</c>).</summary>
public sealed record TargetConnection : IFlowResource
{
    /// <summary>The connection's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public FlowState State { get; init; }

    /// <summary>Its version, needed to update it.</summary>
    public string? Etag { get; init; }

    /// <summary>When it was created, in milliseconds since 1970.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>The base connection it goes through, if it needs one.</summary>
    public string? BaseConnectionId { get; init; }

    /// <summary>The connection specification it follows.</summary>
    public SpecReference? ConnectionSpec { get; init; }

    /// <summary>Format and schema of the data.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Path, dataset and other parameters, as the connection specification defines them.</summary>
    public JsonObject? Params { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
