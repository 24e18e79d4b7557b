using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segment definitions: create, list by page, get, change, delete.</summary>
internal sealed class SegmentDefinitions(AepEmulatorOptions options, SegmentRules rules, TimeProvider time)
{
    public const string Kind = "segmentDefinitions";
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const string ProfileClass = "_xdm.context.profile";

    public JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The segment definition {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        Check(sandbox, body);
        string id = Guid.NewGuid().ToString();
        var definition = (JsonObject)body.DeepClone();
        definition["id"] = id;
        definition["imsOrgId"] = options.OrgId;
        definition["sandbox"] = new JsonObject { ["sandboxId"] = sandbox.Id, ["sandboxName"] = sandbox.Name, ["type"] = sandbox.Type };
        definition["lifecycleState"] = "published";
        definition["creationTime"] = Now();
        definition["updateEpoch"] = Now() / 1000;
        definition["evaluationInfo"] ??= new JsonObject
        {
            ["batch"] = new JsonObject { ["enabled"] = true },
            ["continuous"] = new JsonObject { ["enabled"] = false },
            ["synchronous"] = new JsonObject { ["enabled"] = false },
        };
        sandbox.Documents[Kind].Save(id, definition);
        return definition;
    }

    public JsonObject Update(Sandbox sandbox, string id, JsonObject changes)
    {
        JsonObject definition = Get(sandbox, id);
        foreach ((string name, JsonNode? value) in changes)
            definition[name] = value?.DeepClone();
        Check(sandbox, definition);
        definition["id"] = id;
        definition["updateEpoch"] = Now() / 1000;
        sandbox.Documents[Kind].Save(id, definition);
        return definition;
    }

    public static JsonObject List(HttpRequest request, Sandbox sandbox)
    {
        int limit = Math.Clamp(Number(request, "limit", DefaultLimit), 1, MaxLimit), page = Math.Max(0, Number(request, "page", 0));
        IReadOnlyList<JsonObject> all = sandbox.Documents[Kind].All();
        int pages = (all.Count + limit - 1) / limit;
        return new JsonObject
        {
            ["segments"] = new JsonArray([.. all.Skip(page * limit).Take(limit)]),
            ["page"] = new JsonObject
            {
                ["totalCount"] = all.Count,
                ["totalPages"] = pages,
                ["sortField"] = "creationTime",
                ["sort"] = "asc",
                ["pageSize"] = Math.Max(0, Math.Min(limit, all.Count - page * limit)),
                ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
            },
            ["link"] = new JsonObject(),
        };
    }

    private void Check(Sandbox sandbox, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        if ((string?)body["schema"]?["name"] != ProfileClass)
            throw ProfileErrors.Invalid($"schema.name must be {ProfileClass}.");
        rules.Read(sandbox, body["expression"]);
    }

    private static int Number(HttpRequest request, string name, int fallback) =>
        int.TryParse(request.Query[name].FirstOrDefault(), CultureInfo.InvariantCulture, out int number) ? number : fallback;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
