using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Keeps mapping sets with all their versions.</summary>
internal sealed class MappingSets(MappingRules rules, TimeProvider time)
{
    private const string VersionsKind = "mappingSetVersions";

    public static JsonObject Get(Sandbox sandbox, string id, int? version = null)
    {
        JsonObject current = sandbox.Documents[DataPrepRoom.Kind].Find(id) ?? throw DataPrepErrors.NotFound($"mapping set {id}");
        if (version is null || version == (int)current["version"]!)
            return current;
        return sandbox.Documents[VersionsKind].Find($"{id}@{version}")
            ?? throw DataPrepErrors.NotFound($"version {version} of mapping set {id}");
    }

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        Check(sandbox, body);
        var set = (JsonObject)body.DeepClone();
        set["id"] = Guid.NewGuid().ToString("N");
        set["version"] = 0;
        set["createdDate"] = Now();
        set["modifiedDate"] = Now();
        sandbox.Documents[DataPrepRoom.Kind].Save((string)set["id"]!, set);
        return set;
    }

    /// <summary>Makes a new version; the earlier ones stay.</summary>
    public JsonObject Replace(Sandbox sandbox, string id, JsonObject body)
    {
        Check(sandbox, body);
        JsonObject? earlier = null;
        if (!sandbox.Documents[DataPrepRoom.Kind].TryUpdate(id, set =>
        {
            earlier = (JsonObject)set.DeepClone();
            set.Clear();
            foreach ((string name, JsonNode? value) in body)
                set[name] = value?.DeepClone();
            set["id"] = id;
            set["version"] = (int)earlier["version"]! + 1;
            set["createdDate"] = earlier["createdDate"]!.DeepClone();
            set["modifiedDate"] = Now();
            sandbox.Documents[VersionsKind].Save($"{id}@{earlier["version"]}", earlier);
        }, out JsonObject? replaced))
        {
            throw DataPrepErrors.NotFound($"mapping set {id}");
        }
        return replaced;
    }

    private void Check(Sandbox sandbox, JsonObject body)
    {
        foreach ((_, string? fault) in rules.Judge(sandbox, body))
        {
            if (fault is not null)
                throw DataPrepErrors.Invalid(fault);
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
