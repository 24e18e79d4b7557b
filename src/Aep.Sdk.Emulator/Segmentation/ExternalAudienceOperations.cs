using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>External audiences: made by an operation that is asked how far it is, changed, deleted with their members.</summary>
internal sealed class ExternalAudienceOperations(
    Audiences audiences, SegmentDefinitions definitions, ClientCredential user, BackgroundWork work, TimeProvider time)
{
    private const string Kind = "externalAudienceOperations";
    private static readonly string[] Changeable = ["description", "labels", "ttlInDays"];

    public static JsonObject Audience(Sandbox sandbox, string id) =>
        sandbox.Documents[ExternalAudiences.Kind].Find(id) ?? throw ExternalAudienceErrors.NotFound($"The audience {id} does not exist.");

    public static JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ExternalAudienceErrors.NotFound($"The operation {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        JsonObject details = ExternalAudienceBody.Complete(body);
        if ((string?)details["customAudienceId"] is { } custom
            && sandbox.Documents[ExternalAudiences.Kind].All().Any(audience => (string?)audience["audienceId"] == custom))
            throw ExternalAudienceErrors.Exists($"There is an audience with the customAudienceId {custom} already.");
        string id = Guid.NewGuid().ToString();
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["status"] = "PROCESSING",
            ["operationDetails"] = details,
            ["audienceName"] = details["name"]!.DeepClone(),
            ["createdBy"] = user.ClientId,
            ["createdAt"] = Now(),
        };
        sandbox.Documents[Kind].Save(id, operation);
        Queue(sandbox, id, details);
        return operation;
    }

    /// <summary>Makes the audiences whose operations an earlier run of the platform did not finish.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject operation in sandbox.Documents[Kind].All().Where(item => (string?)item["status"] == "PROCESSING"))
            Queue(sandbox, (string)operation["operationId"]!, operation["operationDetails"]!.AsObject());
    }

    /// <summary>Replaces what may be changed: description, labels, days to live, and the labels of the fields that are named.</summary>
    public JsonObject Update(Sandbox sandbox, string id, JsonObject changes)
    {
        JsonObject audience = Audience(sandbox, id);
        if (changes.Select(change => change.Key).FirstOrDefault(name => !Changeable.Append("fields").Contains(name)) is { } fixedMember)
            throw ExternalAudienceErrors.Invalid($"{fixedMember} cannot be changed.");
        foreach (string member in Changeable.Where(changes.ContainsKey))
            audience[member] = member == "ttlInDays" ? ExternalAudienceBody.Days(changes[member]) : changes[member]?.DeepClone();
        foreach (JsonNode? change in changes["fields"] as JsonArray ?? [])
        {
            JsonNode column = audience["fields"]!.AsArray().FirstOrDefault(item => (string?)item!["name"] == (string?)change?["name"])
                ?? throw ExternalAudienceErrors.Invalid($"The audience has no field {change?["name"]}.");
            column["labels"] = change!["labels"]?.DeepClone();
        }
        JsonObject updated = audiences.SaveExternal(sandbox, id, audience);
        return new JsonObject(updated.Where(member => member.Key is not ("id" or "name")).Select(member =>
            KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
        {
            ["audienceId"] = id,
            ["audienceName"] = updated["name"]!.DeepClone(),
            ["createdAt"] = updated["createEpoch"]!.DeepClone(),
            ["updatedBy"] = user.ClientId,
            ["updatedAt"] = updated["updateEpoch"]!.DeepClone(),
        };
    }

    /// <exception cref="ApiException">404: there is none; 422: a rule asks for its members.</exception>
    public void Delete(Sandbox sandbox, string id)
    {
        _ = Audience(sandbox, id);
        if (definitions.DependentOn(sandbox, id) is { } dependent)
            throw ExternalAudienceErrors.NotNow($"The audience {id} is part of the rule of {dependent}: delete or change that one first.");
        audiences.Delete(sandbox, id);
    }

    private void Queue(Sandbox sandbox, string operationId, JsonObject details)
    {
        string audienceId = Guid.NewGuid().ToString();
        var audience = (JsonObject)details.DeepClone();
        if (details["customAudienceId"] is { } custom)
            audience["audienceId"] = custom.DeepClone();
        work.Start(
            $"external audience {audienceId}",
            _ =>
            {
                audiences.SaveExternal(sandbox, audienceId, audience);
                Finish(sandbox, operationId, "SUCCESS", "audienceId", audienceId);
                return Task.CompletedTask;
            },
            failure => Finish(sandbox, operationId, "FAILED", "error", failure.Message));
    }

    private void Finish(Sandbox sandbox, string id, string status, string member, string value) =>
        sandbox.Documents[Kind].TryUpdate(id, operation =>
        {
            operation["status"] = status;
            operation[member] = value;
            operation["updatedBy"] = user.ClientId;
            operation["updatedAt"] = Now();
        }, out _);

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
