using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A dataflow to create.</summary>
/// <param name="Name">Its name. <c>GetOrCreateAsync</c> finds an existing dataflow by it.</param>
/// <param name="FlowSpec">The flow specification it follows.</param>
public sealed record FlowDefinition(string Name, SpecReference FlowSpec) : IFlowResourceDefinition
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of the source connections it reads.</summary>
    public required IReadOnlyList<string> SourceConnectionIds { get; init; }

    /// <summary>Ids of the target connections it writes.</summary>
    public required IReadOnlyList<string> TargetConnectionIds { get; init; }

    /// <summary>Its steps, in order. Dataset exports have none.</summary>
    public IReadOnlyList<FlowTransformation> Transformations { get; init; } = [];

    /// <summary>When it runs. The members depend on the flow specification; <c>startTime</c> is in epoch seconds.</summary>
    public JsonObject? ScheduleParams { get; init; }

    /// <summary>For sources: how many rows may fail; by default none.</summary>
    public FlowOptions? Options { get; init; }
}
