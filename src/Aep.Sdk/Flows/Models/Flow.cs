using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>A dataflow (Flow Service <c>/flows</c>).</summary>
public sealed record Flow : IFlowResource
{
    /// <summary>The dataflow's id; destinations call it the destination instance or the order.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public FlowState State { get; init; }

    /// <summary>Its version, needed to update it.</summary>
    public string? Etag { get; init; }

    /// <summary>When it was created, in milliseconds since 1970.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>The flow specification it follows.</summary>
    public SpecReference? FlowSpec { get; init; }

    /// <summary>Ids of the source connections it reads.</summary>
    public IReadOnlyList<string> SourceConnectionIds { get => field ?? []; init; }

    /// <summary>Ids of the target connections it writes.</summary>
    public IReadOnlyList<string> TargetConnectionIds { get => field ?? []; init; }

    /// <summary>Its steps, in order.</summary>
    public IReadOnlyList<FlowTransformation> Transformations { get => field ?? []; init; }

    /// <summary>When it runs, as the flow specification defines it; <see cref="FlowSchedule.Of"/> reads it.</summary>
    public JsonObject? ScheduleParams { get; init; }

    /// <summary>For sources: how many rows may fail.</summary>
    public FlowOptions? Options { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
