using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.ComputedAttributes;

/// <summary>
/// Computed attributes (/data/core/ca/attributes): expressions over the events of a person whose value stands in the profile.
/// </summary>
internal sealed class ComputedAttributeService(AepEmulatorOptions options, SegmentRules rules, ClientCredential user, TimeProvider time)
{
    public const string Kind = "computedAttributes";
    private static readonly string[] Statuses = ["DRAFT", "NEW", "PROCESSING", "PROCESSED", "FAILED", "DISABLED", "INACTIVE"];
    private static readonly string[] Units = ["HOURS", "DAYS", "WEEKS", "MONTHS"];

    public static JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The computed attribute {id} does not exist.");

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        string name = (string?)body["name"] ?? "";
        if (sandbox.Documents[Kind].All().Any(other => (string?)other["name"] == name))
            throw ProfileErrors.Invalid($"A computed attribute with the name {name} exists.");
        string id = Guid.NewGuid().ToString();
        var attribute = (JsonObject)body.DeepClone();
        attribute["id"] = id;
        attribute["type"] = "ComputedAttribute";
        attribute["status"] ??= "DRAFT";
        attribute["keepCurrent"] ??= false;
        attribute["imsOrgId"] = options.OrgId;
        attribute["sandbox"] = sandbox.ToReference();
        attribute["path"] = $"_{options.TenantId}/ComputedAttributes";
        attribute["positionPath"] = new JsonArray($"_{options.TenantId}", "ComputedAttributes");
        attribute["schema"] = new JsonObject { ["name"] = ProfileSchemas.Profile };
        attribute["createEpoch"] = time.GetUtcNow().ToUnixTimeSeconds();
        attribute["createdBy"] = user.ClientId;
        return Save(sandbox, id, attribute);
    }

    public JsonObject Update(Sandbox sandbox, string id, JsonObject changes)
    {
        JsonObject attribute = Get(sandbox, id);
        bool draft = (string?)attribute["status"] == "DRAFT";
        foreach ((string name, JsonNode? value) in changes)
        {
            if (!draft && name != "status")
                throw ProfileErrors.Invalid($"Only the status of a published computed attribute may be changed, not {name}.");
            attribute[name] = value?.DeepClone();
        }
        return Save(sandbox, id, attribute);
    }

    private JsonObject Save(Sandbox sandbox, string id, JsonObject attribute)
    {
        string name = (string?)attribute["name"] ?? "", status = (string?)attribute["status"] ?? "";
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            throw ProfileErrors.Invalid($"name '{name}' must have only letters, digits and underscores.");
        if (!Statuses.Contains(status))
            throw ProfileErrors.Invalid($"status '{status}' must be one of {string.Join(", ", Statuses)}.");
        if (attribute["duration"] is JsonObject duration && !Units.Contains((string?)duration["unit"]))
            throw ProfileErrors.Invalid($"duration.unit '{duration["unit"]}' must be one of {string.Join(", ", Units)}.");
        PqlRule rule = rules.ReadValue(sandbox, attribute["expression"]);
        attribute["mergeFunction"] ??= new JsonObject { ["value"] = MergeFunction((string?)attribute["expression"]!["value"] ?? "") };
        attribute["returnSchema"] = new JsonObject { ["meta:xdmType"] = XdmType(rule.Type) };
        if (status == "NEW")
            attribute["status"] = "PROCESSED"; // its value is computed when a profile is read
        attribute["lastEvaluationTs"] =
            time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        attribute["updateEpoch"] = time.GetUtcNow().ToUnixTimeSeconds();
        sandbox.Documents[Kind].Save(id, attribute);
        return attribute;
    }

    private static string MergeFunction(string expression) => expression switch
    {
        _ when expression.Contains(".sum(", StringComparison.OrdinalIgnoreCase)
            || expression.Contains(".count(", StringComparison.OrdinalIgnoreCase) => "SUM",
        _ when expression.Contains(".min(", StringComparison.OrdinalIgnoreCase) => "MIN",
        _ when expression.Contains(".max(", StringComparison.OrdinalIgnoreCase) => "MAX",
        _ => "MOST_RECENT",
    };

    private static string XdmType(PqlType type) => type.Kind switch
    {
        PqlKind.Number => "double",
        PqlKind.Boolean => "boolean",
        PqlKind.Time => "date-time",
        PqlKind.List => "array",
        PqlKind.Map => "map",
        PqlKind.Text => "string",
        _ => "object",
    };
}
