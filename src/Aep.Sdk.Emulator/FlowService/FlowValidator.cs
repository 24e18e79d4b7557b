using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What Flow Service refuses in a new resource.</summary>
internal sealed class FlowValidator(DatasetService datasets, SpecCollection specs)
{
    public void Check(Sandbox sandbox, string kind, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw FlowErrors.Invalid("name is missing.");
        if (kind == FlowKinds.Flows)
            CheckFlow(sandbox, body);
        else
            CheckConnection(sandbox, kind, body);
    }

    private void CheckFlow(Sandbox sandbox, JsonObject body)
    {
        CheckSpec(body, "flowSpec", specs.ForFlows(sandbox, SpecCollection.FlowSpecs));
        CheckReferences(sandbox, body, "sourceConnectionIds", FlowKinds.SourceConnections);
        CheckReferences(sandbox, body, "targetConnectionIds", FlowKinds.TargetConnections);
        FlowRules.Check(body);
        foreach (JsonNode? transformation in body["transformations"] as JsonArray ?? [])
        {
            string? mappingId = (string?)transformation?["params"]?["mappingId"];
            if ((string?)transformation?["name"] == "Mapping"
                && (mappingId is null || sandbox.Documents[DataPrep.DataPrepRoom.Kind].Find(mappingId) is null))
                throw FlowErrors.Invalid($"The mapping set {mappingId} does not exist.");
        }
    }

    private void CheckConnection(Sandbox sandbox, string kind, JsonObject body)
    {
        string spec = CheckSpec(body, "connectionSpec", specs.ForFlows(sandbox, SpecCollection.ConnectionSpecs));
        if ((string?)body["baseConnectionId"] is { } baseId && sandbox.Documents[FlowKinds.Connections].Find(baseId) is null)
            throw FlowErrors.Invalid($"The base connection {baseId} does not exist.");
        if (kind == FlowKinds.TargetConnections)
            TargetRules.Check(body);
        if (kind == FlowKinds.SourceConnections && spec == SpecCatalog.LandingZoneSource)
            Sources.SourceFormat.Of(body);
        IEnumerable<string> named = (kind, spec) switch
        {
            (FlowKinds.SourceConnections, SpecCatalog.ActivationDataLake) =>
                body["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"] ?? "") ?? [""],
            (FlowKinds.TargetConnections, SpecCatalog.DataLake) => [(string?)body["params"]?["dataSetId"] ?? ""],
            _ => [],
        };
        foreach (string id in named.Where(id => datasets.Find(sandbox, id) is null))
            throw FlowErrors.Invalid($"The dataset '{id}' in params does not exist.");
    }

    private static string CheckSpec(JsonObject body, string member, IReadOnlyList<JsonObject> known)
    {
        string id = (string?)body[member]?["id"] ?? throw FlowErrors.Invalid($"{member}.id is missing.");
        if (known.All(spec => (string?)spec["id"] != id))
            throw FlowErrors.Invalid($"The {member} {id} does not exist, or is not supported by the local platform.");
        return id;
    }

    private static void CheckReferences(Sandbox sandbox, JsonObject body, string member, string kind)
    {
        if (body[member] is not JsonArray { Count: > 0 } ids)
            throw FlowErrors.Invalid($"{member} is missing.");
        foreach (JsonNode? id in ids)
        {
            if (sandbox.Documents[kind].Find((string)id!) is null)
                throw FlowErrors.Invalid($"{member}: {id} does not exist.");
        }
    }
}
