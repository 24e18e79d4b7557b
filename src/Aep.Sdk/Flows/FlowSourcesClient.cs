using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Flows;

/// <summary>Dataflows that bring data into Experience Platform.</summary>
public class FlowSourcesClient
{
    private readonly FlowsClient _flows;
    private readonly TimeProvider _time;

    /// <summary>For substitutes in tests.</summary>
    protected FlowSourcesClient() => (_flows, _time) = (null!, TimeProvider.System);

    internal FlowSourcesClient(FlowsClient flows, TimeProvider time) => (_flows, _time) = (flows, time);

    /// <summary>
    /// A scheduled dataflow that reads files of the Data Landing Zone into a dataset: source connection, target connection and flow,
    /// each reused if one of its name exists.
    /// </summary>
    /// <param name="definition">Where to read, where to write, and the mapping between.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataflow's id. Wait for its runs with <see cref="FlowsClient.WaitForRunAsync"/>.</returns>
    public virtual async Task<string> GetOrCreateLandingZoneSourceAsync(
        LandingZoneSourceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (await _flows.FindEnabledAsync(definition.Name, cancellationToken).ConfigureAwait(false) is { } existing) return existing;

        string source = await _flows.SourceConnections.GetOrCreateAsync(Source(definition), cancellationToken).ConfigureAwait(false);
        string target = await _flows.TargetConnections.GetOrCreateAsync(Target(definition), cancellationToken).ConfigureAwait(false);
        FlowSpec spec =
            await _flows.FlowSpecs.GetByNameAsync(FlowSpecNames.CloudStorageToPlatform, cancellationToken).ConfigureAwait(false);
        return await _flows.GetOrCreateAsync(Flow(definition, spec, source, target), cancellationToken).ConfigureAwait(false);
    }

    private static SourceConnectionDefinition Source(LandingZoneSourceDefinition definition) =>
        new($"{definition.Name}: {definition.Path}", new SpecReference(ConnectionSpecIds.DataLandingZoneSource))
        {
            Data = definition.Files.ToData(),
            Params = new JsonObject { ["path"] = definition.Path, ["type"] = "folder", ["recursive"] = true },
        };

    private static TargetConnectionDefinition Target(LandingZoneSourceDefinition definition) =>
        new($"{definition.Name}: {definition.DatasetId}", new SpecReference(ConnectionSpecIds.DataLake))
        {
            Data = new JsonObject
            {
                ["format"] = definition.Files.Format.ToString(),
                ["schema"] = new JsonObject { ["id"] = definition.SchemaId, ["version"] = SchemaContentType.Full },
            },
            Params = new JsonObject { ["dataSetId"] = definition.DatasetId },
        };

    private FlowDefinition Flow(LandingZoneSourceDefinition definition, FlowSpec spec, string source, string target) =>
        new(definition.Name, new SpecReference(spec.Id, spec.Version ?? "1.0"))
        {
            SourceConnectionIds = [source],
            TargetConnectionIds = [target],
            Transformations =
            [
                new FlowTransformation("Mapping",
                    new JsonObject { ["mappingId"] = definition.MappingSetId, ["mappingVersion"] = definition.MappingSetVersion }),
            ],
            Options = definition.Options,
            ScheduleParams = FlowSchedule.Source(definition.Interval, definition.StartTime ?? _time.GetUtcNow()).ToParams(),
        };
}
