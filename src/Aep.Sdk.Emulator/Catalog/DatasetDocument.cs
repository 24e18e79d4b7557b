using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>What the catalog itself writes into the document of a dataset.</summary>
internal static class DatasetDocument
{
    public static JsonObject Create(
        JsonObject body, string id, Sandbox sandbox, XdmSchema schema, string orgId, string client, TimeProvider time)
    {
        JsonObject document = body.DeepClone().AsObject();
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        document["id"] = id;
        document["version"] = "1.0.0";
        document["imsOrg"] = orgId;
        document["sandboxId"] = sandbox.Id;
        document["created"] = now;
        document["updated"] = now;
        document["createdClient"] = client;
        document["createdUser"] = client;
        document["updatedUser"] = client;
        document["namespace"] = "ACP";
        document["state"] = "ACTIVE";
        document["viewId"] = ObjectIds.New(time);
        document["files"] = $"@/dataSetFiles?dataSetId={id}";
        document["fileDescription"] ??= new JsonObject { ["persisted"] = true, ["containerFormat"] = "parquet", ["format"] = "parquet" };
        string behavior = schema.Behavior[(schema.Behavior.LastIndexOf('/') + 1)..];
        document["classification"] = new JsonObject { ["managedBy"] = "CUSTOMER", ["dataBehavior"] = behavior };
        document["statsCache"] = new JsonObject();
        document["tags"] ??= new JsonObject();
        return document;
    }

    /// <summary>Marks a change: who, when, and the next version.</summary>
    public static void Touch(JsonObject document, string client, TimeProvider time)
    {
        document["updated"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        document["updatedUser"] = client;
        string version = (string)document["version"]!;
        int last = version.LastIndexOf('.') + 1;
        int number = int.Parse(version.AsSpan(last), CultureInfo.InvariantCulture) + 1;
        document["version"] = version[..last] + number.ToString(CultureInfo.InvariantCulture);
    }
}
