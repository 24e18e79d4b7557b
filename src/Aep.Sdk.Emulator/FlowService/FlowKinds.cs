namespace Aep.Sdk.Emulator.FlowService;

/// <summary>The resources of Flow Service, as they stand in the path.</summary>
internal static class FlowKinds
{
    public const string Connections = "connections";
    public const string SourceConnections = "sourceConnections";
    public const string TargetConnections = "targetConnections";
    public const string Flows = "flows";
    public const string Runs = "runs";

    public static IReadOnlyList<string> All { get; } = [Connections, SourceConnections, TargetConnections, Flows, Runs];
}
