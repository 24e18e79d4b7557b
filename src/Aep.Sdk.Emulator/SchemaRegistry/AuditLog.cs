using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Keeps what was changed in each resource, by whom and when.</summary>
internal sealed class AuditLog(AepEmulatorOptions options, TimeProvider time)
{
    private const string Kind = "registryAudit";

    public void Add(Sandbox sandbox, JsonObject? before, JsonObject after, string client)
    {
        string id = (string)after["$id"]!;
        JsonObject entry = new()
        {
            ["id"] = id,
            ["updatedUser"] = client,
            ["imsOrg"] = options.OrgId,
            ["updatedTime"] = time.GetUtcNow().ToString("MM-dd-yyyy HH:mm:ss", CultureInfo.InvariantCulture),
            ["clientId"] = client,
            ["sandboxId"] = sandbox.Id,
            ["updates"] = new JsonArray([.. ResourceDifference.Between(before ?? [], after).Select(change =>
            {
                change["id"] = id;
                change["xdmType"] = after["meta:resourceType"]!.DeepClone();
                return change;
            })]),
        };
        sandbox.Documents[Kind].Save(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), entry);
    }

    /// <summary>The changes of a resource, the latest first.</summary>
    public static JsonArray Of(Sandbox sandbox, string id)
    {
        string request = Guid.NewGuid().ToString();
        return [.. sandbox.Documents[Kind].All().Where(entry => (string?)entry["id"] == id).Reverse().Select(entry =>
        {
            entry["requestId"] = request;
            return entry;
        })];
    }
}
