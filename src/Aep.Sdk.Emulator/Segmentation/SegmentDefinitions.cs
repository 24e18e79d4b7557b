using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segment definitions: create, get, change, delete.</summary>
internal sealed class SegmentDefinitions(
    AepEmulatorOptions options, SegmentRules rules, MergePolicies policies, Memberships memberships, TimeProvider time)
{
    public const string Kind = "segmentDefinitions";

    public JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The segment definition {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        string id = Guid.NewGuid().ToString();
        Check(sandbox, id, body);
        var definition = (JsonObject)body.DeepClone();
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        definition["id"] = id;
        definition["imsOrgId"] = options.OrgId;
        definition["sandbox"] = sandbox.ToReference();
        definition["profileInstanceId"] ??= "ups";
        definition["mergePolicyId"] ??= policies.Default(sandbox)["id"]!.DeepClone();
        definition["lifecycleState"] ??= "published";
        definition["creationTime"] = now;
        definition["updateEpoch"] = now / 1000;
        definition["updateTime"] = now;
        definition["evaluationInfo"] ??= new JsonObject
        {
            ["batch"] = new JsonObject { ["enabled"] = true },
            ["continuous"] = new JsonObject { ["enabled"] = false },
            ["synchronous"] = new JsonObject { ["enabled"] = false },
        };
        definition["dataGovernancePolicy"] ??= new JsonObject { ["excludeOptOut"] = true };
        sandbox.Documents[Kind].Save(id, definition);
        return definition;
    }

    public JsonObject Update(Sandbox sandbox, string id, JsonObject changes)
    {
        JsonObject definition = Get(sandbox, id);
        foreach ((string name, JsonNode? value) in changes)
            definition[name] = value?.DeepClone();
        return Replace(sandbox, id, definition);
    }

    /// <summary>Saves a changed definition; the change is refused as a whole if the result is not valid.</summary>
    public JsonObject Replace(Sandbox sandbox, string id, JsonObject definition)
    {
        Check(sandbox, id, definition);
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        definition["id"] = id;
        definition["updateEpoch"] = now / 1000;
        definition["updateTime"] = now;
        sandbox.Documents[Kind].Save(id, definition);
        return definition;
    }

    /// <exception cref="ApiException">404: there is none; 400: another definition asks for its members.</exception>
    public void Delete(Sandbox sandbox, string id)
    {
        _ = Get(sandbox, id);
        if (DependentOn(sandbox, id) is { } dependent)
            throw ProfileErrors.Invalid($"The segment definition {id} is part of the rule of {dependent}: delete or change that first.");
        sandbox.Documents[Kind].Remove(id);
        memberships.Remove(sandbox, id);
    }

    /// <summary>A definition whose rule asks for the members of an audience; null if there is none.</summary>
    public string? DependentOn(Sandbox sandbox, string id) => sandbox.Documents[Kind].All()
        .Where(other => (string?)other["id"] != id && DependsOn(sandbox, other, id))
        .Select(other => (string?)other["id"])
        .FirstOrDefault();

    private void Check(Sandbox sandbox, string id, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        if ((string?)body["schema"]?["name"] != ProfileSchemas.Profile)
            throw ProfileErrors.Invalid($"schema.name must be {ProfileSchemas.Profile}.");
        _ = policies.Resolve(sandbox, (string?)body["mergePolicyId"]);
        foreach (string segment in rules.Read(sandbox, body["expression"]).Segments)
            CheckNamed(sandbox, id, segment, []);
    }

    private void CheckNamed(Sandbox sandbox, string id, string named, HashSet<string> seen)
    {
        if (named == id)
            throw ProfileErrors.Invalid($"The rule of the segment definition {id} would ask for its own members.");
        if (!seen.Add(named) || sandbox.Documents[ExternalAudiences.Kind].Find(named) is not null)
            return;
        JsonObject definition = sandbox.Documents[Kind].Find(named)
            ?? throw ProfileErrors.Invalid($"inSegment(\"{named}\"): there is no such segment definition.");
        foreach (string inner in rules.Read(sandbox, definition["expression"]).Segments)
            CheckNamed(sandbox, id, inner, seen);
    }

    private bool DependsOn(Sandbox sandbox, JsonObject definition, string id) =>
        ((string?)definition["expression"]?["value"])?.Contains(id, StringComparison.Ordinal) == true
        && rules.Read(sandbox, definition["expression"]).Segments.Contains(id);
}
