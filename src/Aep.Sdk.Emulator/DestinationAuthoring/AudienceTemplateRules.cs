using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>What an audience template needs: a name, and for each step that it has an address and a method.</summary>
internal static class AudienceTemplateRules
{
    private static readonly string[] Steps = ["create", "update", "delete", "validate", "notify", "createDestination"];
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

    public static void Check(Sandbox sandbox, JsonObject body)
    {
        JsonObject template = body["metadataTemplate"] as JsonObject ?? throw AuthoringErrors.Invalid("metadataTemplate is missing.");
        BodyRules.RequireName(template, "metadataTemplate.name");
        string[] steps = [.. Steps.Where(step => template[step] is not null)];
        if (steps.Length == 0)
            throw AuthoringErrors.Invalid("metadataTemplate has none of the steps create, update, delete.");
        foreach (string step in steps)
        {
            if (string.IsNullOrWhiteSpace(template[step]!["url"]?.ToString()))
                throw AuthoringErrors.Invalid($"metadataTemplate.{step}.url is missing.");
            BodyRules.RequireOneOf(template[step]!["httpMethod"], $"metadataTemplate.{step}.httpMethod", Methods);
        }
    }
}
