using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Audiences: the platform's own, each a segment definition, and those whose members come from elsewhere.</summary>
internal sealed class Audiences(
    AepEmulatorOptions options, SegmentDefinitions definitions, SegmentRules rules, Memberships memberships, ClientCredential user,
    TimeProvider time)
{
    private const string Own = "SegmentDefinition";
    private const string External = "ExternalSegment";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox) =>
    [
        .. sandbox.Documents[SegmentDefinitions.Kind].All().Select(definition => Describe(sandbox, definition)),
        .. sandbox.Documents[ExternalAudiences.Kind].All(),
    ];

    public JsonObject? Find(Sandbox sandbox, string id) => sandbox.Documents[SegmentDefinitions.Kind].Find(id) is { } definition
        ? Describe(sandbox, definition)
        : sandbox.Documents[ExternalAudiences.Kind].Find(id);

    public JsonObject Get(Sandbox sandbox, string id) =>
        Find(sandbox, id) ?? throw ProfileErrors.NotFound($"The audience {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body) => ((string?)body["type"] ?? Own) switch
    {
        Own => Describe(sandbox, definitions.Create(sandbox, body)),
        External => SaveExternal(sandbox, Guid.NewGuid().ToString(), body),
        { } other => throw ProfileErrors.Invalid($"type '{other}' must be {Own} or {External}."),
    };

    public JsonObject Replace(Sandbox sandbox, string id, JsonObject body)
    {
        if (sandbox.Documents[ExternalAudiences.Kind].Find(id) is { } external)
            return SaveExternal(sandbox, id, Merged(external, body));
        return Describe(sandbox, definitions.Update(sandbox, id, body));
    }

    public JsonObject Patch(Sandbox sandbox, string id, JsonArray operations)
    {
        if (sandbox.Documents[ExternalAudiences.Kind].Find(id) is { } external)
            return SaveExternal(sandbox, id, JsonPatch.Apply(external, operations, ProfileErrors.Invalid));
        return Describe(
            sandbox, definitions.Replace(sandbox, id, JsonPatch.Apply(definitions.Get(sandbox, id), operations, ProfileErrors.Invalid)));
    }

    public void Delete(Sandbox sandbox, string id)
    {
        _ = Get(sandbox, id);
        if (sandbox.Documents[ExternalAudiences.Kind].Remove(id))
            memberships.Remove(sandbox, id);
        else
            definitions.Delete(sandbox, id);
    }

    /// <summary>Keeps an audience whose members come from elsewhere.</summary>
    public JsonObject SaveExternal(Sandbox sandbox, string id, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw ProfileErrors.Invalid("name is missing.");
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var audience = (JsonObject)body.DeepClone();
        audience["id"] = id;
        audience["audienceId"] ??= id;
        audience["type"] = External;
        audience["namespace"] ??= "CustomerUpload";
        audience["originName"] ??= "CUSTOM_UPLOAD";
        audience["lifecycleState"] ??= "published";
        audience["imsOrgId"] = options.OrgId;
        audience["sandbox"] = sandbox.ToReference();
        audience["isSystem"] = false;
        audience["creationTime"] ??= now;
        audience["createEpoch"] ??= now / 1000;
        audience["createdBy"] ??= user.ClientId;
        audience["updateTime"] = now;
        audience["updateEpoch"] = now / 1000;
        audience["_etag"] = $"\"{Guid.NewGuid():N}\"";
        sandbox.Documents[ExternalAudiences.Kind].Save(id, audience);
        return audience;
    }

    private static JsonObject Merged(JsonObject before, JsonObject changes)
    {
        foreach ((string name, JsonNode? value) in changes)
            before[name] = value?.DeepClone();
        return before;
    }

    private JsonObject Describe(Sandbox sandbox, JsonObject definition)
    {
        var audience = (JsonObject)definition.DeepClone();
        audience["audienceId"] = audience["id"]!.DeepClone();
        audience["type"] = Own;
        audience["namespace"] = "AEPSegments";
        audience["originName"] = "REAL_TIME_CUSTOMER_PROFILE";
        audience["isSystem"] = false;
        audience["createEpoch"] = (long)audience["creationTime"]! / 1000;
        audience["createdBy"] ??= user.ClientId;
        audience["labels"] ??= new JsonArray();
        audience["dependencies"] = new JsonArray([.. rules.Read(sandbox, definition["expression"]).Segments.Select(id => (JsonNode)id)]);
        audience["dependents"] = new JsonArray();
        audience["definedOn"] = new JsonArray(new JsonObject
        {
            ["meta:resourceType"] = "unions",
            ["meta:containerId"] = "tenant",
            ["$ref"] = "https://ns.adobe.com/xdm/context/profile__union",
        });
        audience["_etag"] = $"\"{audience["updateTime"]}\"";
        return audience;
    }
}
