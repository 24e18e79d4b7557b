using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The merge policies of a sandbox. One of them is the default; the platform makes the first itself.</summary>
internal sealed class MergePolicies(AepEmulatorOptions options, TimeProvider time)
{
    public const string Kind = "mergePolicies";
    private static readonly string[] Types = ["timestampOrdered", "dataSetPrecedence"];
    private static readonly string[] Graphs = ["none", "pdg"];
    private readonly Lock _gate = new();

    public IReadOnlyList<JsonObject> All(Sandbox sandbox)
    {
        lock (_gate)
        {
            if (sandbox.Documents[Kind].All() is { Count: > 0 } known)
                return known;
            Store(sandbox, Guid.NewGuid().ToString(), new JsonObject
            {
                ["name"] = "Default Timebased",
                ["schema"] = new JsonObject { ["name"] = ProfileSchemas.Profile },
                ["identityGraph"] = new JsonObject { ["type"] = "pdg" },
                ["attributeMerge"] = new JsonObject { ["type"] = "timestampOrdered" },
                ["isActiveOnEdge"] = false,
                ["default"] = true,
            });
            return sandbox.Documents[Kind].All();
        }
    }

    public JsonObject Get(Sandbox sandbox, string id) => All(sandbox).FirstOrDefault(policy => (string?)policy["id"] == id)
        ?? throw ProfileErrors.NotFound($"The merge policy {id} does not exist.");

    public JsonObject Default(Sandbox sandbox) => All(sandbox).First(policy => (bool?)policy["default"] == true);

    /// <summary>The named policy, or the default.</summary>
    /// <exception cref="ApiException">400: there is no such policy.</exception>
    public MergePolicy Resolve(Sandbox sandbox, string? id)
    {
        if (string.IsNullOrEmpty(id))
            return MergePolicy.Read(Default(sandbox));
        return All(sandbox).FirstOrDefault(policy => (string?)policy["id"] == id) is { } found
            ? MergePolicy.Read(found)
            : throw ProfileErrors.Invalid($"The merge policy {id} does not exist.");
    }

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        _ = All(sandbox);
        return Save(sandbox, Guid.NewGuid().ToString(), body);
    }

    public JsonObject Replace(Sandbox sandbox, string id, JsonObject body)
    {
        JsonObject before = Get(sandbox, id);
        if ((bool?)before["default"] == true && (bool?)body["default"] == false)
            throw ProfileErrors.Invalid("The default merge policy stays the default until another one becomes it.");
        return Save(sandbox, id, body);
    }

    public void Delete(Sandbox sandbox, string id)
    {
        if ((bool?)Get(sandbox, id)["default"] == true)
            throw ProfileErrors.Invalid("The default merge policy cannot be deleted.");
        sandbox.Documents[Kind].Remove(id);
    }

    private JsonObject Save(Sandbox sandbox, string id, JsonObject body)
    {
        Check(body);
        lock (_gate)
        {
            if ((bool?)body["default"] == true)
            {
                foreach (JsonObject other in sandbox.Documents[Kind].All().Where(
                    policy => (bool?)policy["default"] == true && (string?)policy["id"] != id))
                    sandbox.Documents[Kind].TryUpdate((string)other["id"]!, policy => policy["default"] = false, out _);
            }
            return Store(sandbox, id, body);
        }
    }

    private JsonObject Store(Sandbox sandbox, string id, JsonObject body)
    {
        var policy = (JsonObject)body.DeepClone();
        policy["id"] = id;
        policy["imsOrgId"] = options.OrgId;
        policy["sandbox"] = sandbox.ToReference();
        policy["version"] = ((int?)sandbox.Documents[Kind].Find(id)?["version"] ?? 0) + 1;
        policy["default"] ??= false;
        policy["isActiveOnEdge"] ??= false;
        policy["updateEpoch"] = time.GetUtcNow().ToUnixTimeSeconds();
        sandbox.Documents[Kind].Save(id, policy);
        return policy;
    }

    private static void Check(JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        if ((string?)body["schema"]?["name"] != ProfileSchemas.Profile)
            throw ProfileErrors.Invalid($"schema.name must be {ProfileSchemas.Profile}.");
        string graph = (string?)body["identityGraph"]?["type"] ?? "", merge = (string?)body["attributeMerge"]?["type"] ?? "";
        if (!Graphs.Contains(graph))
            throw ProfileErrors.Invalid($"identityGraph.type '{graph}' must be {string.Join(" or ", Graphs)}.");
        if (!Types.Contains(merge))
            throw ProfileErrors.Invalid($"attributeMerge.type '{merge}' must be {string.Join(" or ", Types)}.");
        if (merge == "dataSetPrecedence" && body["attributeMerge"]!["order"] is not JsonArray { Count: > 0 })
            throw ProfileErrors.Invalid("attributeMerge.order must list the datasets in the order of their precedence.");
    }
}
