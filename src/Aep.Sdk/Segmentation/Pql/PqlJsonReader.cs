using System.Globalization;
using System.Text.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>Reads PQL/JSON into a tree. Errors name the place as a JSON path.</summary>
internal static class PqlJsonReader
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 400 };

    /// <exception cref="PqlFormatException">The text is no JSON, or no rule.</exception>
    public static PqlNode Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Depth);
            return Node(document.RootElement, "$");
        }
        catch (JsonException broken)
        {
            throw new PqlFormatException($"The rule is no JSON: {broken.Message}");
        }
    }

    private static PqlNode Node(JsonElement json, string path) => Text(json, path, "nodeType") switch
    {
        "literal" => Literal(json, path),
        "fieldLookup" => new PqlLookup(Optional(json, path, "object") ?? PqlParameter.Profile, Text(json, path, "fieldName")),
        "parameterReference" => new PqlParameter(Position(json, path)),
        "varRef" => new PqlVariable(Text(json, path, "varName")),
        "fnApply" => Apply(Text(json, path, "fnName"), Nodes(json, path, "params"), path),
        "fnCreate" => new PqlFunction(
            [.. Items(json, path, "params").Select(item => Text(item.Json, item.Path, "varName"))],
            Node(Member(json, path, "body"), $"{path}.body")),
        "quantification" => Quantification(json, path),
        "select" => new PqlSelect(Declarations(json, path)),
        // Not documented, and not to be taken for anything else.
        "list" => new PqlList(Nodes(json, path, "items")),
        var other => throw Wrong(path, $"the node type {other} is not documented"),
    };

    private static PqlNode Apply(string function, PqlNode[] arguments, string path) => function switch
    {
        "and" or "or" when arguments.Length == 1 => arguments[0],
        "and" or "or" when arguments.Length == 0 => throw Wrong($"{path}.params", $"{function} needs conditions"),
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "notIn" or "like" or "+" or "*" or "/" or "%" when arguments.Length != 2 =>
            throw Wrong($"{path}.params", $"{function} needs two arguments, not {arguments.Length}"),
        _ => new PqlApply(function, arguments),
    };

    private static PqlNode Quantification(JsonElement json, string path)
    {
        string quantifier = Text(json, path, "quantifier");
        var variables = Declarations(json, path);
        return quantifier switch
        {
            "some" or "exists" => new PqlQuantification(false, variables),
            "all" or "forall" => new PqlQuantification(true, variables),
            "select" => new PqlSelect(variables),
            "none" => new PqlApply("not", [new PqlQuantification(false, variables)]),
            _ => throw Wrong(path, $"the quantifier {quantifier} has no word in PQL"),
        };
    }

    private static List<PqlDeclaration> Declarations(JsonElement json, string path) => [.. Items(json, path, "variables").Select(item =>
        new PqlDeclaration(
            Text(item.Json, item.Path, "varName"), Node(Member(item.Json, item.Path, "from"), $"{item.Path}.from"),
            Optional(item.Json, item.Path, "where")))];

    private static PqlNode Literal(JsonElement json, string path)
    {
        JsonElement value = Member(json, path, "value");
        string? type = json.TryGetProperty("literalType", out JsonElement given) ? given.GetString() : null;
        // The profile as an object is what older rules have in the place of the parameter.
        if (type == "XDMObject" && value is { ValueKind: JsonValueKind.String }
            && value.ValueEquals("profile")) return PqlParameter.Profile;
        return value.ValueKind == JsonValueKind.Array
            ? new PqlList([.. value.EnumerateArray().Select((item, index) => Scalar(item, null, $"{path}.value[{index}]"))])
            : Scalar(value, type, $"{path}.value");
    }

    private static PqlLiteral Scalar(JsonElement value, string? type, string path) => value.ValueKind switch
    {
        JsonValueKind.String when type is null or "String" => new PqlLiteral(PqlLiteralKind.String, value.GetString()!),
        JsonValueKind.True => new PqlLiteral(PqlLiteralKind.Boolean, "true"),
        JsonValueKind.False => new PqlLiteral(PqlLiteralKind.Boolean, "false"),
        JsonValueKind.Number => Number(value, type, path),
        _ => throw Wrong(path, $"a literal of the type {type} with the value {value.GetRawText()} is not documented"),
    };

    // Text has no exponent, and a double is told by its point.
    private static PqlLiteral Number(JsonElement value, string? type, string path)
    {
        if (!value.TryGetDecimal(out decimal number)) throw Wrong(path, "the number is too large for PQL");
        string digits = number.ToString(CultureInfo.InvariantCulture);
        return PqlLiteral.Number(type == "Double" && !digits.Contains('.', StringComparison.Ordinal) ? $"{digits}.0" : digits);
    }

    private static int Position(JsonElement json, string path) =>
        Member(json, path, "position") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int position)
            ? position
            : throw Wrong($"{path}.position", "a whole number is expected");

    private static PqlNode? Optional(JsonElement json, string path, string name) =>
        json.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? Node(member, $"{path}.{name}") : null;

    private static PqlNode[] Nodes(JsonElement json, string path, string name) =>
        [.. Items(json, path, name).Select(item => Node(item.Json, item.Path))];

    private static IEnumerable<(JsonElement Json, string Path)> Items(JsonElement json, string path, string name) =>
        Member(json, path, name) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select((item, index) => (item, $"{path}.{name}[{index}]"))
            : throw Wrong($"{path}.{name}", "a list is expected");

    private static string Text(JsonElement json, string path, string name) =>
        Member(json, path, name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw Wrong($"{path}.{name}", "a text is expected");

    private static JsonElement Member(JsonElement json, string path, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement member)
            ? member
            : throw Wrong(path, $"{name} is missing");

    private static PqlFormatException Wrong(string path, string problem) => new($"The rule is not valid at {path}: {problem}.");
}
