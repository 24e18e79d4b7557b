using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// What the catalog itself writes into each of its objects: whose it is, who made and changed it when, and which version it is.
/// </summary>
internal static class CatalogObject
{
    /// <summary>An object that has just been made.</summary>
    public static JsonObject Begin(string id, Sandbox sandbox, string orgId, string client, long now) =>
        Begin([], id, sandbox, orgId, client, now);

    /// <summary>The same with the members that somebody has sent: those of the catalog replace them.</summary>
    public static JsonObject Begin(JsonObject document, string id, Sandbox sandbox, string orgId, string client, long now)
    {
        document["id"] = id;
        document["imsOrg"] = orgId;
        document["sandboxId"] = sandbox.Id;
        document["created"] = now;
        document["updated"] = now;
        document["createdClient"] = client;
        document["createdUser"] = client;
        document["updatedUser"] = client;
        document["version"] = "1.0.0";
        return document;
    }

    /// <summary>Marks a change by somebody.</summary>
    public static void Touch(JsonObject document, string client, long now)
    {
        document["updatedUser"] = client;
        Touch(document, now);
    }

    /// <summary>Marks a change by the platform: when, and the next version.</summary>
    public static void Touch(JsonObject document, long now)
    {
        document["updated"] = now;
        string version = (string)document["version"]!;
        int last = version.LastIndexOf('.') + 1;
        int number = int.Parse(version.AsSpan(last), CultureInfo.InvariantCulture) + 1;
        document["version"] = version[..last] + number.ToString(CultureInfo.InvariantCulture);
    }
}
