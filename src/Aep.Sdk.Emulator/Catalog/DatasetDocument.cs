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
        JsonObject document = CatalogObject.Begin(
            body.DeepClone().AsObject(), id, sandbox, orgId, client, time.GetUtcNow().ToUnixTimeMilliseconds());
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
}
