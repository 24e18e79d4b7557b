using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>What a destination server needs: where the data goes, by its type.</summary>
internal static class ServerRules
{
    public const string UrlBased = "URL_BASED";

    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

    // The member of each type, and those of its texts that every such server has.
    private static readonly Dictionary<string, (string Member, string[] Texts)> Types = new()
    {
        [UrlBased] = ("urlBasedDestination", ["url"]),
        ["FILE_BASED_S3"] = ("fileBasedS3Destination", ["bucket", "path"]),
        ["FILE_BASED_SFTP"] = ("fileBasedSFTPDestination", ["rootDirectory"]),
        ["FILE_BASED_ADLS_GEN2"] = ("fileBasedAdlsGen2Destination", ["path"]),
        ["FILE_BASED_AZURE_BLOB"] = ("fileBasedAzureBlobDestination", ["path", "container"]),
        ["FILE_BASED_DLZ"] = ("fileBasedDlzDestination", ["path"]),
        ["FILE_BASED_GOOGLE_CLOUD"] = ("fileBasedGoogleCloudStorageDestination", ["bucket", "path"]),
    };

    public static void Check(Sandbox sandbox, JsonObject body)
    {
        BodyRules.RequireName(body);
        string type = BodyRules.RequireOneOf(body["destinationServerType"], "destinationServerType", [.. Types.Keys]);
        (string member, string[] texts) = Types[type];
        JsonObject place = body[member] as JsonObject
            ?? throw AuthoringErrors.Invalid($"{member} is missing: a server of the type {type} has it.");
        foreach (string text in texts)
            BodyRules.RequireTemplate(place[text], $"{member}.{text}");
        if (type == UrlBased)
            CheckMessage(body["httpTemplate"]);
    }

    private static void CheckMessage(JsonNode? template)
    {
        BodyRules.RequireOneOf(template?["httpMethod"], "httpTemplate.httpMethod", Methods);
        if (template!["requestBody"] is { } requestBody)
            BodyRules.RequireTemplate(requestBody, "httpTemplate.requestBody");
        foreach (JsonNode? header in template["headers"] as JsonArray ?? [])
            BodyRules.RequireTemplate(header?["value"], $"httpTemplate.headers.{header?["header"]}.value");
    }
}
