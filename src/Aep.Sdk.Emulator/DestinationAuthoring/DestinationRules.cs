using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>What a destination configuration needs, and which other parts it uses.</summary>
internal static class DestinationRules
{
    private static readonly string[] FieldTypes = ["string", "object", "integer"];
    private static readonly string[] Aggregations = ["BEST_EFFORT", "CONFIGURABLE_AGGREGATION"];

    public static void Check(Sandbox sandbox, JsonObject body)
    {
        BodyRules.RequireName(body);
        body["status"] ??= "TEST";
        BodyRules.RequireOneOf(body["status"], "status", "TEST", "PUBLISHED", "DELETED");
        if (body["destinationDelivery"] is not JsonArray { Count: > 0 } deliveries)
            throw AuthoringErrors.Invalid("destinationDelivery is missing: it says which server takes the data.");
        foreach (JsonNode? delivery in deliveries)
            CheckDelivery(sandbox, delivery);
        foreach (JsonNode? field in body["customerDataFields"] as JsonArray ?? [])
            CheckField(field);
        if (body["aggregation"] is { } aggregation)
            BodyRules.RequireOneOf(aggregation["aggregationType"], "aggregation.aggregationType", Aggregations);
        if (AudienceTemplateOf(body) is { } template)
            RequireKnown(sandbox, AuthoringKind.AudienceTemplates, template, "segmentMappingConfig.audienceTemplateId");
    }

    /// <returns>The id of a destination that uses the part, or null.</returns>
    public static string? UserOf(Sandbox sandbox, string partId) => sandbox.Documents[AuthoringKind.Destinations.Collection].All()
        .Where(destination => AudienceTemplateOf(destination) == partId || (destination["destinationDelivery"] as JsonArray ?? [])
            .Any(delivery => (string?)delivery?["destinationServerId"] == partId || (string?)delivery?["authenticationId"] == partId))
        .Select(destination => (string?)destination["instanceId"]).FirstOrDefault();

    private static void CheckDelivery(Sandbox sandbox, JsonNode? delivery)
    {
        string rule = BodyRules.RequireOneOf(
            delivery?["authenticationRule"], "destinationDelivery.authenticationRule", "CUSTOMER_AUTHENTICATION", "PLATFORM_AUTHENTICATION",
            "NONE");
        RequireKnown(sandbox, AuthoringKind.Servers, (string?)delivery!["destinationServerId"], "destinationDelivery.destinationServerId");
        if (rule == "PLATFORM_AUTHENTICATION")
            RequireKnown(sandbox, AuthoringKind.Credentials, (string?)delivery["authenticationId"], "destinationDelivery.authenticationId");
    }

    private static void CheckField(JsonNode? field)
    {
        BodyRules.RequireName(field, "customerDataFields.name");
        BodyRules.RequireOneOf(field!["type"], $"customerDataFields.{field["name"]}.type", FieldTypes);
    }

    private static string? AudienceTemplateOf(JsonObject body) =>
        (string?)(body["segmentMappingConfig"]?["audienceTemplateId"] ?? body["audienceMetadataConfig"]?["audienceTemplateId"]);

    private static void RequireKnown(Sandbox sandbox, AuthoringKind kind, string? id, string path)
    {
        if (id is null || sandbox.Documents[kind.Collection].Find(id) is null)
            throw AuthoringErrors.Invalid(
                $"{path}: {(id is null ? "it is missing" : $"{id} does not exist")}. Create one of {kind.Path} first.");
    }
}
