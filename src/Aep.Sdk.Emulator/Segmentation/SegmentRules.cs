using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Reads rules and checks their attributes and types against the union schema.</summary>
internal sealed class SegmentRules(ProfileStore profiles)
{
    private const string Text = "pql/text";
    private const string Json = "pql/json";

    /// <summary>The rule of a definition, ready to be asked.</summary>
    /// <exception cref="ApiException">400: what is wrong with it and where.</exception>
    public PqlRule Read(Sandbox sandbox, JsonNode? expression) => Bind(sandbox, ParseExpression(expression));

    /// <summary>A rule as text or as JSON.</summary>
    public PqlRule Read(Sandbox sandbox, string rule, string format) => Bind(sandbox, Parse(rule, format));

    /// <summary>An expression that may have any type of value.</summary>
    public PqlRule ReadValue(Sandbox sandbox, JsonNode? expression) => Guard(() =>
    {
        (PqlType profile, PqlType @event) = profiles.RuleTypes(sandbox);
        return PqlRule.Bind(ParseExpression(expression), profile, @event);
    });

    /// <summary>The other form of an expression: text for JSON, JSON for text.</summary>
    public JsonObject Convert(JsonNode? expression)
    {
        PqlNode node = ParseExpression(expression);
        bool wasText = (string?)expression!["format"] == Text;
        return new JsonObject
        {
            ["type"] = "PQL",
            ["format"] = wasText ? Json : Text,
            ["value"] = Guard(() => wasText ? PqlJsonWriter.Write(node) : PqlTextWriter.Write(node)),
        };
    }

    private static PqlNode ParseExpression(JsonNode? expression)
    {
        string type = (string?)expression?["type"] ?? "", format = (string?)expression?["format"] ?? "";
        if (type != "PQL")
            throw ProfileErrors.Invalid($"expression.type '{type}' must be PQL.");
        string? value = expression!["value"] is JsonObject tree ? tree.ToJsonString() : (string?)expression["value"];
        return Parse(value ?? throw ProfileErrors.Invalid("expression.value is missing."), format);
    }

    private static PqlNode Parse(string rule, string format) => Guard(() => format switch
    {
        Text => PqlParser.Parse(rule),
        Json => PqlJsonReader.Parse(rule),
        _ => throw ProfileErrors.Invalid($"expression.format '{format}' must be {Text} or {Json}."),
    });

    private PqlRule Bind(Sandbox sandbox, PqlNode node) => Guard(() =>
    {
        (PqlType profile, PqlType @event) = profiles.RuleTypes(sandbox);
        return PqlRule.BindCondition(ComputedExpressions.Inline(node, sandbox, ParseExpression), profile, @event);
    });

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PqlException exception)
        {
            throw ProfileErrors.Invalid($"The PQL expression is not valid: {exception.Message}.");
        }
    }
}
