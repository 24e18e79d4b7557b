using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Reads a rule in its JSON form (<c>pql/json</c>): a tree of nodes, each with its <c>nodeType</c>.</summary>
internal static class PqlJsonReader
{
    private const int MaxDepth = 200;
    private const int NoPosition = -1;

    /// <exception cref="PqlException">The text is no JSON, or a node is not known.</exception>
    public static PqlNode Parse(string json)
    {
        try
        {
            return Read(JsonNode.Parse(json), 0);
        }
        catch (JsonException exception)
        {
            throw new PqlException("The rule is not valid JSON", (int)(exception.BytePositionInLine ?? 0));
        }
    }

    private static PqlNode Read(JsonNode? node, int depth)
    {
        if (depth > MaxDepth)
            throw new PqlException($"The rule is nested deeper than {MaxDepth} levels", 0);
        if (node is not JsonObject item)
            throw new PqlException("A node of the rule must be an object with a nodeType", 0);
        PqlNode Inner(JsonNode? child) => Read(child, depth + 1);
        return Text(item, "nodeType") switch
        {
            "literal" when item["value"] is JsonArray values => new PqlListLiteral([.. values.Select(value => Literal(value))], NoPosition),
            "literal" => Literal(item["value"]),
            "parameterReference" => new PqlParameter(Whole(item, "position"), NoPosition),
            "up" => new PqlUp(Whole(item, "levels"), NoPosition),
            "varRef" => new PqlName(Text(item, "varName"), NoPosition),
            "fieldLookup" => Field(item, Inner),
            "fnApply" => Function(Text(item, "fnName"), [.. List(item, "params").Select(Inner)]),
            "list" => new PqlListLiteral([.. List(item, "items").Select(Inner)], NoPosition),
            "lambda" => new PqlLambda([.. List(item, "parameters").Select(name => (string)name!)], Inner(item["body"]), NoPosition),
            "fnCreate" => new PqlLambda([.. List(item, "params").Select(name => Text((JsonObject)name!, "varName"))], Inner(item["body"]),
                NoPosition),
            "let" => new PqlLet(Text(item, "varName"), Inner(item["value"]), Inner(item["body"]), NoPosition),
            "quantification" => new PqlQuantification(Quantifier(item), Variables(item, Inner), NoPosition),
            "select" => new PqlQuantification("select", Variables(item, Inner), NoPosition),
            "aggregation" => new PqlAggregation(Text(item, "fnName"), Inner(item["value"]), Variables(item, Inner), NoPosition),
            "period" => new PqlPeriod(Text(item, "which"), Text(item, "unit"), NoPosition),
            "occurs" => new PqlOccurs(Inner(item["timestamp"]), TimeTest(item["test"], Inner), NoPosition),
            "chain" => Chain(item, Inner),
            { } other => throw new PqlException($"The nodeType '{other}' is not known", 0),
        };
    }

    private static PqlLiteral Literal(JsonNode? given) => new(
        given switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out bool truth) => truth,
            JsonValue value when value.TryGetValue(out double number) => number,
            JsonValue value when value.TryGetValue(out string? text) => text,
            _ => throw new PqlException("A literal must be a text, a number, true, false or null", 0),
        },
        NoPosition);

    // Without an object the field is one of what is in context. The profile itself may be written as a literal of XDM.
    private static PqlNode Field(JsonObject item, Func<JsonNode?, PqlNode> inner)
    {
        string name = Text(item, "fieldName");
        name = name[(name.IndexOf(':') + 1)..];
        JsonNode? target = item["object"];
        return target is null or JsonObject { Count: 0 }
            ? new PqlName(name, NoPosition)
            : (string?)target["literalType"] == "XDMObject"
                ? new PqlField(new PqlParameter(1, NoPosition), name, NoPosition)
                : new PqlField(inner(target), name, NoPosition);
    }

    private static PqlCall Function(string name, IReadOnlyList<PqlNode> arguments) =>
        new(name switch { "==" => "=", "<>" => "!=", _ => name }, arguments, NoPosition);

    private static string Quantifier(JsonObject item) => Text(item, "quantifier") switch
    {
        "some" or "exists" => "exists",
        "all" or "forall" => "forall",
        "select" => "select",
        { } other => throw new PqlException($"The quantifier '{other}' is not known", 0),
    };

    private static List<PqlDeclaration> Variables(JsonObject item, Func<JsonNode?, PqlNode> inner) =>
    [
        .. List(item, "variables").Select(variable => variable as JsonObject ?? throw new PqlException("A variable must be an object", 0))
            .Select(variable => new PqlDeclaration(
                Text(variable, "varName"), inner(variable["from"]), variable["where"] is { } where ? inner(where) : null, NoPosition)),
    ];

    private static PqlTimeTest TimeTest(JsonNode? node, Func<JsonNode?, PqlNode> inner)
    {
        JsonObject item = node as JsonObject ?? throw new PqlException("A test of a time must be an object", 0);
        JsonNode? unit = item["unit"];
        return new PqlTimeTest(
            (string?)item["comparison"], unit is null
                ? 0
                : Whole(item, "amount"), (string?)unit, Text(item, "direction"), inner(item["time"]),
            item["end"] is { } end ? inner(end) : null);
    }

    private static PqlChain Chain(JsonObject item, Func<JsonNode?, PqlNode> inner) => new(
        inner(item["source"]),
        Text(item, "timeField"),
        [
            .. List(item, "steps").OfType<JsonObject>().Select(step => new PqlChainStep(
                Text(step, "varName"),
                step["what"] is { } what ? inner(what) : null,
                [.. (step["when"] as JsonArray ?? []).Select(test => TimeTest(test, inner))],
                (string?)step["comparison"],
                Whole(step, "count"),
                NoPosition)),
        ],
        NoPosition);

    private static string Text(JsonObject item, string member) => item[member] is JsonValue value && value.TryGetValue(out string? text)
        ? text
        : throw new PqlException($"{member} is missing in a node of the rule", 0);

    private static int Whole(JsonObject item, string member) => item[member] is JsonValue value && value.TryGetValue(out int number)
        ? number
        : throw new PqlException($"{member} must be a whole number in a node of the rule", 0);

    private static JsonArray List(JsonObject item, string member) =>
        item[member] as JsonArray ?? throw new PqlException($"{member} must be a list in a node of the rule", 0);
}
