using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>
/// Writes a tree as PQL/JSON: <c>fnApply</c>, <c>fnCreate</c>, <c>literal</c>, <c>fieldLookup</c>, <c>parameterReference</c>,
/// <c>quantification</c>,
/// <c>select</c>, <c>varDecl</c>, <c>varRef</c>, as Adobe's pages and the XDM schema filter-expression have them. What they do not have is
/// refused:
/// a guess would select others than the text does.
/// </summary>
internal sealed class PqlJsonWriter(Utf8JsonWriter json)
{
    // Their argument is read for each item of the list before the dot; how the tree says so is not documented.
    private static readonly HashSet<string> Implicit = ["filter", "topN", "bottomN"];

    /// <exception cref="PqlFormatException">The JSON form of a part is not documented.</exception>
    public static string Write(PqlNode tree)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new PqlJsonWriter(json).Put(tree);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Put(PqlNode node)
    {
        json.WriteStartObject();
        switch (node)
        {
            case PqlLiteral { Kind: not PqlLiteralKind.Null } literal: Literal(literal); break;
            case PqlList list: List(list); break;
            case PqlLookup lookup: Lookup(lookup); break;
            case PqlParameter parameter:
                Type("parameterReference");
                json.WriteNumber("position", parameter.Position);
                break;
            case PqlVariable variable:
                Type("varRef");
                json.WriteString("varName", variable.Name);
                break;
            case PqlApply apply when !Implicit.Contains(apply.Function): Apply(apply); break;
            case PqlFunction function: Function(function); break;
            case PqlQuantification quantification:
                Type("quantification");
                json.WriteString("quantifier", quantification.All ? "all" : "some");
                Array("variables", quantification.Variables);
                break;
            case PqlSelect select:
                Type("select");
                Array("variables", select.Variables);
                break;
            case PqlDeclaration declaration: Declaration(declaration); break;
            default: throw Undocumented(node);
        }

        json.WriteEndObject();
    }

    private void Type(string type) => json.WriteString("nodeType", type);

    private void Array(string name, IEnumerable<PqlNode> nodes)
    {
        json.WriteStartArray(name);
        foreach (PqlNode node in nodes) Put(node);
        json.WriteEndArray();
    }

    private void Literal(PqlLiteral literal)
    {
        Type("literal");
        json.WriteString("literalType", literal.Kind.ToString());
        json.WritePropertyName("value");
        Value(literal);
    }

    private void Value(PqlLiteral literal)
    {
        if (literal.Kind == PqlLiteralKind.String) json.WriteStringValue(literal.Value);
        else json.WriteRawValue(literal.Value);
    }

    private void List(PqlList list)
    {
        Type("literal");
        json.WriteString("literalType", "List");
        json.WriteStartArray("value");
        foreach (PqlNode item in list.Items)
        {
            Value(item is PqlLiteral { Kind: not PqlLiteralKind.Null } literal
                ? literal
                : throw Undocumented("a list of other things than literals", item));
        }

        json.WriteEndArray();
    }

    private void Lookup(PqlLookup lookup)
    {
        Type("fieldLookup");
        json.WriteString("fieldName", lookup.Field);
        json.WritePropertyName("object");
        Put(lookup.Object);
    }

    private void Apply(PqlApply apply)
    {
        Type("fnApply");
        json.WriteString("fnName", apply.Function);
        Array("params", apply.Arguments);
    }

    private void Function(PqlFunction function)
    {
        Type("fnCreate");
        json.WriteStartArray("params");
        foreach (string name in function.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("varName", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("body");
        Put(function.Body);
    }

    private void Declaration(PqlDeclaration declaration)
    {
        Type("varDecl");
        json.WriteString("varName", declaration.Name);
        json.WritePropertyName("from");
        Put(declaration.From);
        if (declaration.Where is null) return;
        json.WritePropertyName("where");
        Put(declaration.Where);
    }

    private static PqlFormatException Undocumented(PqlNode node) => Undocumented(
        node switch
        {
            PqlPhrase phrase => phrase.What,
            PqlApply apply => apply.Function,
            PqlUp => "^",
            _ => "null",
        },
        node);

    private static PqlFormatException Undocumented(string what, PqlNode node)
    {
        string place = node.Start is { } start
            ? string.Create(CultureInfo.InvariantCulture, $", at character {start + 1} of the rule")
            : "";
        return new PqlFormatException(
            $"Adobe does not document how PQL/JSON writes {what}{place}. "
                + "Send the rule as text, or let the service convert it (Segmentation.ConvertAsync).");
    }
}
