using System.Text.Json.Nodes;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.Destinations;

/// <summary>The dataflow that activates one audience to one folder.</summary>
internal sealed class AudienceActivator(
    FlowsClient flows, MappingsClient mappings, AdHocRuns runs, ExportGuard guard, ProfileAttributes attributes, TimeProvider time)
{
    private const string Params = "/transformations/0/params", Mandatory = "mandatoryFields", Primary = "primaryFields";

    public async Task<AudienceActivation> ActivateAsync(
        string segmentId, AudienceFileDefinition activation, IProgress<AepProgress>? progress, CancellationToken cancellationToken)
    {
        var selection = new AudienceSelection(segmentId, activation, time.GetUtcNow());
        selection.CheckNow();
        string flowId = await SetUpAsync(segmentId, activation, selection, cancellationToken).ConfigureAwait(false);
        AdHocRun started = await StartAsync(flowId, segmentId, activation, cancellationToken).ConfigureAwait(false);
        return new AudienceActivation
        {
            SegmentId = segmentId,
            FlowId = flowId,
            Path = activation.Destination.Path,
            Run = await flows.WaitForRunAsync(flowId, started.Selection, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <returns>The dataflow's id.</returns>
    public Task<string> ScheduleAsync(string segmentId, AudienceFileDefinition activation, CancellationToken cancellationToken)
    {
        var selection = new AudienceSelection(segmentId, activation, time.GetUtcNow());
        selection.CheckSchedule();
        return SetUpAsync(segmentId, activation, selection, cancellationToken);
    }

    private async Task<string> SetUpAsync(
        string segmentId, AudienceFileDefinition activation, AudienceSelection selection, CancellationToken cancellationToken)
    {
        activation.CheckColumns();
        if (!activation.AllowUnknownAttributes)
            await attributes.CheckAsync(activation.Attributes, cancellationToken).ConfigureAwait(false);
        await guard.CheckAudienceAsync(segmentId, activation.Fields.Select(column => column.Source), activation.Guard, cancellationToken)
            .ConfigureAwait(false);
        string name = $"Audience {segmentId} to {activation.Destination.Label}";
        FolderTarget target = Target(segmentId, activation);
        string? existing = await flows.FindEnabledAsync(name, cancellationToken).ConfigureAwait(false);
        string flowId = existing ?? await CreateFlowAsync(name, target, cancellationToken).ConfigureAwait(false);
        Flow flow = await flows.GetAsync(flowId, cancellationToken).ConfigureAwait(false);
        if (existing is not null) await target.ReformatAsync(flows, flow, cancellationToken).ConfigureAwait(false);
        await PrepareAsync(flow, segmentId, activation, selection, cancellationToken).ConfigureAwait(false);
        return flowId;
    }

    /// <summary>Starts a run; one that is under way may hold an older audience, so its end is awaited first.</summary>
    private async Task<AdHocRun> StartAsync(
        string flowId, string segmentId, AudienceFileDefinition activation, CancellationToken cancellationToken)
    {
        AdHocRun run = await runs.StartAudienceAsync(flowId, segmentId, activation.ReadyTimeout, cancellationToken).ConfigureAwait(false);
        if (!run.AlreadyRuns) return run;

        await flows.WaitForRunAsync(flowId, run.Selection, null, cancellationToken).ConfigureAwait(false);
        return await runs.StartAudienceAsync(flowId, segmentId, activation.ReadyTimeout, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> CreateFlowAsync(string name, FolderTarget target, CancellationToken cancellationToken)
    {
        var source = new SourceConnectionDefinition("Profile Store", new SpecReference(ConnectionSpecIds.ProfileStore));
        var flow = new FlowDefinition(name, new SpecReference(target.Destination.AudienceFlowSpecId))
        {
            SourceConnectionIds = [await flows.SourceConnections.GetOrCreateAsync(source, cancellationToken).ConfigureAwait(false)],
            TargetConnectionIds = [await target.GetOrCreateAsync(flows, cancellationToken).ConfigureAwait(false)],
            Transformations = [new FlowTransformation("GeneralTransform", new JsonObject
            {
                [Mandatory] = new JsonArray(),
                [Primary] = new JsonArray(),
                ["profileMapping"] = new JsonObject(),
                ["segmentSelectors"] = new JsonObject { ["selectors"] = new JsonArray() },
            })],
        };
        return await flows.GetOrCreateAsync(flow, cancellationToken).ConfigureAwait(false);
    }

    // A connection for each audience: the format of its files can change without those of other audiences in the folder.
    private static FolderTarget Target(string segmentId, AudienceFileDefinition activation)
    {
        var format = new JsonObject { ["compression"] = activation.Compression, ["fileType"] = activation.Format.FileType };
        if (activation.Format.CsvOptions is { } options) format["csvOptions"] = options.ToJson();
        if (activation.IncludeManifest) format["includeFileManifest"] = true;
        return new FolderTarget(activation.Destination, $"{activation.Destination.Place} {segmentId}", format);
    }

    /// <summary>Puts the mapping, the keys and the audience into the dataflow, as far as they are not there.</summary>
    private async Task PrepareAsync(
        Flow flow, string segmentId, AudienceFileDefinition activation, AudienceSelection selection, CancellationToken cancellationToken)
    {
        JsonObject? parameters = flow.Transformations.FirstOrDefault()?.Params;
        var changes = new List<JsonPatchOperation>();
        JsonPatchOperation? mapping =
            await MapAsync(parameters?["profileMapping"], activation.Fields, cancellationToken).ConfigureAwait(false);
        if (mapping is not null) changes.Add(mapping);
        AddWhereOther(
            changes, parameters, Mandatory, new JsonArray([.. activation.MandatorySources.Select(path => JsonValue.Create(path))]));
        AddWhereOther(changes, parameters, Primary, activation.DeduplicationKey?.ToJson() ?? []);

        JsonArray selectors = parameters?["segmentSelectors"]?["selectors"] as JsonArray ?? [];
        if (Select(selectors, segmentId, selection) is { } selected) changes.Add(selected);
        if (changes.Count > 0) await flows.UpdateAsync(flow, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The columns, as a new mapping set, or a new version of the one that is there and has others; null if it has these.
    /// </summary>
    private async Task<JsonPatchOperation?> MapAsync(
        JsonNode? existing, IReadOnlyList<ActivationField> columns, CancellationToken cancellationToken)
    {
        MappingSetDefinition wanted = AudienceFileMapping.Of(columns);
        if (existing?["mappingId"]?.GetValue<string>() is not { } id)
        {
            MappingSet created = await mappings.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
            return JsonPatchOperation.Add($"{Params}/profileMapping", Reference(created));
        }

        int? version = existing["mappingVersion"]?.GetValue<int>();
        MappingSet there = await mappings.GetAsync(id, version, cancellationToken).ConfigureAwait(false);
        if (there.Mappings.Select(Column).SequenceEqual(wanted.Mappings.Select(Column))) return null;
        MappingSet changed = await mappings.UpdateAsync(id, wanted, cancellationToken).ConfigureAwait(false);
        return JsonPatchOperation.Replace($"{Params}/profileMapping", Reference(changed));
    }

    // A dataflow that does not have the list has an empty one. "add" takes the place of what is there.
    private static void AddWhereOther(List<JsonPatchOperation> changes, JsonObject? parameters, string member, JsonArray wanted)
    {
        if (!JsonNode.DeepEquals(parameters?[member] ?? new JsonArray(), wanted))
            changes.Add(JsonPatchOperation.Add($"{Params}/{member}", wanted));
    }

    private static (string Source, string Destination) Column(Mapping mapping) => (mapping.Source, mapping.Destination);

    private static JsonObject Reference(MappingSet mapping) => new() { ["mappingId"] = mapping.Id, ["mappingVersion"] = mapping.Version };

    private static JsonPatchOperation? Select(JsonArray selectors, string segmentId, AudienceSelection selection)
    {
        JsonNode? existing = selectors.FirstOrDefault(selector => selector?["value"]?["id"]?.GetValue<string>() == segmentId);
        if (existing?["value"] is JsonObject value && selection.IsIn(value)) return null;

        // A one-time schedule of an earlier day is over, and the service then refuses ad-hoc runs as "out of schedule range".
        return existing is null
            ? JsonPatchOperation.Add($"{Params}/segmentSelectors/selectors/-", selection.ToJson())
            : JsonPatchOperation.Replace($"{Params}/segmentSelectors/selectors/{selectors.IndexOf(existing)}", selection.ToJson());
    }
}
