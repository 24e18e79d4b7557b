using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Schedules of segment jobs and export jobs.</summary>
internal sealed class SegmentSchedules(TimeProvider time)
{
    public const string Kind = "segmentSchedules";
    public const string Segmentation = "batch_segmentation";
    public const string Export = "export";
    private static readonly string[] States = ["active", "inactive"];

    public JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The schedule {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        string id = Guid.NewGuid().ToString();
        var schedule = (JsonObject)body.DeepClone();
        schedule["id"] = id;
        schedule["state"] ??= "inactive";
        schedule["createEpoch"] = time.GetUtcNow().ToUnixTimeSeconds();
        return Save(sandbox, id, schedule);
    }

    public void Patch(Sandbox sandbox, string id, JsonArray operations) =>
        Save(sandbox, id, JsonPatch.Apply(Get(sandbox, id), operations, ProfileErrors.Invalid));

    public void Delete(Sandbox sandbox, string id)
    {
        if (!sandbox.Documents[Kind].Remove(id))
            throw ProfileErrors.NotFound($"The schedule {id} does not exist.");
    }

    private JsonObject Save(Sandbox sandbox, string id, JsonObject schedule)
    {
        if (string.IsNullOrWhiteSpace((string?)schedule["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        string type = (string?)schedule["type"] ?? "", state = (string?)schedule["state"] ?? "";
        if (type is not (Segmentation or Export))
            throw ProfileErrors.Invalid($"type '{type}' must be {Segmentation} or {Export}.");
        if (!States.Contains(state))
            throw ProfileErrors.Invalid($"state '{state}' must be active or inactive.");
        CronSchedule.Parse((string?)schedule["schedule"] ?? throw ProfileErrors.Invalid("schedule is missing."));
        if (schedule["properties"] is not JsonObject properties)
            throw ProfileErrors.Invalid("properties is missing.");
        if (type == Segmentation && properties["segments"] is not JsonArray { Count: > 0 })
            throw ProfileErrors.Invalid("properties.segments must list segment definitions, or \"*\" for all.");
        schedule["updateEpoch"] = time.GetUtcNow().ToUnixTimeSeconds();
        sandbox.Documents[Kind].Save(id, schedule);
        return schedule;
    }
}
