using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A dataflow with everything it hangs on.</summary>
public sealed record FlowGraph
{
    /// <summary>The dataflow.</summary>
    public required Flow Flow { get; init; }

    /// <summary>Where it reads.</summary>
    public required IReadOnlyList<SourceConnection> SourceConnections { get; init; }

    /// <summary>Where it writes.</summary>
    public required IReadOnlyList<TargetConnection> TargetConnections { get; init; }

    /// <summary>The accounts that it reads and writes with.</summary>
    public required IReadOnlyList<Connection> Connections { get; init; }

    /// <summary>Ids of the datasets that it reads or writes.</summary>
    public IReadOnlyList<string> DatasetIds =>
    [
        .. SourceConnections.SelectMany(source => source.Params?["datasets"] as JsonArray ?? [])
            .Select(dataset => Text(dataset, "dataSetId"))
            .Concat(TargetConnections.Select(target => Text(target.Params, "dataSetId"))).OfType<string>().Distinct(),
    ];

    /// <summary>Ids of the mapping sets that it applies.</summary>
    public IReadOnlyList<string> MappingSetIds =>
    [
        .. Flow.Transformations.Select(step => Text(step.Params, "mappingId") ?? Text(step.Params?["profileMapping"], "mappingId"))
            .OfType<string>().Distinct(),
    ];

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject members && members[name] is JsonValue value ? value.ToString() : null;
}
