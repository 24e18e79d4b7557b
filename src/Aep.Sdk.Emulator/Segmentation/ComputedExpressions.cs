using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.ComputedAttributes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>
/// Rules name computed attributes as fields: <c>_tenant.ComputedAttributes.name</c>. Their expressions take the place of these names, over
/// the events of the time that they look back at.
/// </summary>
internal static class ComputedExpressions
{
    private const string Folder = "ComputedAttributes";
    private const string Events = "xEvent";

    /// <param name="rule">A rule.</param>
    /// <param name="sandbox">The sandbox: it has the attributes.</param>
    /// <param name="parse">Reads the expression of an attribute.</param>
    public static PqlNode Inline(PqlNode rule, Sandbox sandbox, Func<JsonNode?, PqlNode> parse) => new PqlRewriter(node =>
        NameOf(node) is { } name && Find(sandbox, name) is { } attribute ? Expression(attribute, parse) : null).Rewrite(rule);

    private static string? NameOf(PqlNode node) =>
        node is PqlField { Target: PqlField { Name: Folder, Target: PqlName or PqlField { Target: PqlName or PqlParameter } } } field
            ? field.Name
            : null;

    // Drafts and attributes that were switched off have no value.
    private static JsonObject? Find(Sandbox sandbox, string name) => sandbox.Documents[ComputedAttributeService.Kind].All()
        .FirstOrDefault(attribute => (string?)attribute["name"] == name && (string?)attribute["status"] == "PROCESSED");

    private static PqlNode Expression(JsonObject attribute, Func<JsonNode?, PqlNode> parse)
    {
        PqlNode expression = parse(attribute["expression"]);
        if (attribute["duration"] is not JsonObject duration)
            return expression;
        string unit = PqlUnits.Find((string)duration["unit"]!)!; // it was checked when the attribute was made
        return new PqlRewriter(node => node is PqlName { Name: Events } all ? Recent(all, (double)duration["count"]!, unit) : null)
            .Rewrite(expression);
    }

    private static PqlCall Recent(PqlName events, double count, string unit)
    {
        var test = new PqlTimeTest("<=", count, unit, "before", new PqlName("now", events.Position), null);
        return new PqlCall(
            "filter", [events, new PqlOccurs(new PqlName("timestamp", events.Position), test, events.Position)], events.Position);
    }
}
