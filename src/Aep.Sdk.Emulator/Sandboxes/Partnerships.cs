using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>
/// Requests to organisations to be partners. There is one organisation here: what it asks others stays open, and what it asks itself is
/// both an outgoing and an incoming request, so that both sides can be tried.
/// </summary>
internal sealed class Partnerships(AepEmulatorOptions options, TimeProvider time, DataFolder folder)
{
    private const string Pending = "APPROVAL_PENDING";
    private const string Approved = "APPROVED";
    private const string Region = "va7";
    private readonly DocumentCollection _all = DocumentCollection.Open(folder.Subfolder("organisation", "partnerships"));

    public IEnumerable<JsonObject> Outgoing => _all.All().Where(partnership => (string?)partnership["sourceIMSOrgId"] == options.OrgId);

    public IEnumerable<JsonObject> Incoming => _all.All().Where(partnership => (string?)partnership["targetIMSOrgId"] == options.OrgId);

    /// <summary>Whether packages may be sent to an organisation.</summary>
    public bool IsPartner(string organisation) => Outgoing.Any(partnership =>
        (string?)partnership["targetIMSOrgId"] == organisation && (string?)partnership["status"] == Approved);

    /// <exception cref="ApiException">400: a member is missing, or the source is not the own organisation.</exception>
    public JsonObject Request(JsonObject body, string user)
    {
        string source = (string?)body["sourceIMSDetails"]?["id"] ?? throw SandboxErrors.Invalid("sourceIMSDetails.id is missing.");
        string name = (string?)body["sourceIMSDetails"]?["name"] ?? throw SandboxErrors.Invalid("sourceIMSDetails.name is missing.");
        if (source != options.OrgId)
            throw SandboxErrors.Invalid($"sourceIMSDetails.id must be the own organisation, {options.OrgId}.");
        if (body["targetIMSOrgIds"] is not JsonArray { Count: > 0 } targets)
            throw SandboxErrors.Invalid("targetIMSOrgIds must be a list of organisations.");
        JsonObject made = [], failed = [];
        foreach (string target in targets.Select(target => (string)target!).Distinct())
        {
            if (Outgoing.Any(known => (string?)known["targetIMSOrgId"] == target && (string?)known["status"] is Pending or Approved))
                failed[target] = $"There is a partnership with {target}, or a request for one.";
            else
                made[target] = Create(source, name, target, user);
        }
        return new JsonObject { ["successfulRequests"] = made, ["failedRequests"] = failed };
    }

    /// <exception cref="ApiException">400: a member is missing or wrong; 404: there is no open request to the own organisation.</exception>
    public JsonObject Answer(JsonObject body, string user)
    {
        foreach (string member in new[] { "linkingID", "status", "reason", "targetIMSOrgDetails" })
        {
            if (body[member] is null)
                throw SandboxErrors.Invalid($"{member} is missing.");
        }
        string status = (string)body["status"]!, id = (string)body["linkingID"]!;
        if (status is not (Approved or "REJECTED"))
            throw SandboxErrors.Invalid($"status '{status}' must be {Approved} or REJECTED.");
        JsonObject target = body["targetIMSOrgDetails"]!.AsObject();
        if ((string?)target["id"] != options.OrgId)
            throw SandboxErrors.Invalid($"targetIMSOrgDetails.id must be the own organisation, {options.OrgId}.");
        JsonObject partnership = Incoming.FirstOrDefault(
            request => (string?)request["linkingId"] == id && (string?)request["status"] == Pending)
            ?? throw SandboxErrors.Create(404, $"There is no open request with the linking id {id} to this organisation.");
        partnership["status"] = status;
        partnership["targetOrgName"] = target["name"]?.DeepClone();
        partnership["targetRegion"] = target["region"]?.DeepClone();
        partnership["version"] = (int)partnership["version"]! + 1;
        Note(partnership, user, status, (string?)body["reason"]);
        _all.Save((string)partnership["id"]!, partnership);
        return partnership;
    }

    private JsonObject Create(string source, string name, string target, string user)
    {
        string id = Guid.NewGuid().ToString("N");
        var partnership = new JsonObject
        {
            ["id"] = id,
            ["version"] = 0,
            ["createdDate"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["createdBy"] = user,
            ["createdByName"] = user,
            ["sourceIMSOrgId"] = source,
            ["sourceOrgName"] = name,
            ["targetIMSOrgId"] = target,
            ["sourceRegion"] = Region,
            ["status"] = Pending,
            ["statusHistory"] = "[]",
            ["linkingId"] = Guid.NewGuid().ToString(),
        };
        Note(partnership, user, "INITIATED", null);
        _all.Save(id, partnership);
        return partnership;
    }

    // The history is JSON in a text.
    private void Note(JsonObject partnership, string user, string action, string? reason)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        JsonArray history = JsonNode.Parse((string)partnership["statusHistory"]!)!.AsArray();
        history.Add(new JsonObject
        {
            ["actionTakenBy"] = user,
            ["actionTakenByImsOrgID"] = options.OrgId,
            ["action"] = action,
            ["actionTimeStamp"] = now,
            ["reason"] = reason,
        });
        partnership["statusHistory"] = history.ToJsonString();
        partnership["modifiedDate"] = now;
        partnership["modifiedBy"] = user;
        partnership["modifiedByIMSOrgId"] = options.OrgId;
    }
}
