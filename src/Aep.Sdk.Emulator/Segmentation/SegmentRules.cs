using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Reads rules and checks their attributes against the union schema.</summary>
internal sealed class SegmentRules(ProfileStore profiles)
{
    public PqlExpression Read(Sandbox sandbox, JsonNode? expression)
    {
        string type = (string?)expression?["type"] ?? "", format = (string?)expression?["format"] ?? "";
        if (type != "PQL")
            throw ProfileErrors.Invalid($"expression.type '{type}' must be PQL.");
        if (format != "pql/text")
            throw NotSupported.Create($"A segment definition with the format '{format}'");
        return Parse(sandbox, (string?)expression?["value"] ?? throw ProfileErrors.Invalid("expression.value is missing."));
    }

    public PqlExpression Parse(Sandbox sandbox, string rule)
    {
        try
        {
            PqlExpression parsed = PqlParser.Parse(rule);
            XdmSchema union = profiles.UnionSchema(sandbox);
            foreach (PqlAttribute attribute in parsed.Attributes.Where(attribute => union.Find(attribute.Path) is null))
                throw new PqlException($"The attribute {attribute.Path} is not in the union schema", attribute.Position);
            return parsed;
        }
        catch (PqlException exception)
        {
            throw ProfileErrors.Invalid($"The PQL expression is not valid: {exception.Message}.");
        }
    }
}
