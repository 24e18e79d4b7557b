using System.Globalization;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Writes a rule as text (<c>pql/text</c>), with parentheses only where the grammar needs them.</summary>
internal static class PqlTextWriter
{
    private const int Or = 1, And = 2, Not = 3, Comparison = 4, Sum = 5, Product = 6, Primary = 7;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "notIn", "like", "occurs", "true", "false", "null", "let", "over", "from", "where",
    };

    public static string Write(PqlNode node) => node switch
    {
        PqlLiteral literal => Literal(literal.Value),
        PqlName name => Name(name.Name),
        PqlParameter parameter => $"${parameter.Number}",
        PqlUp up => new string('^', up.Levels),
        PqlField field => $"{Inside(field.Target, Primary)}.{Name(field.Name)}",
        PqlCall call => Call(call),
        PqlListLiteral list => $"[{List(list.Items)}]",
        PqlLambda lambda => $"({string.Join(", ", lambda.Parameters)}) => {Write(lambda.Body)}",
        PqlLet let => $"let {let.Name} = {Inside(let.Value, Sum)} in {Inside(let.Body, Primary)}",
        PqlQuantification quantification => $"{quantification.Quantifier} {Variables(quantification.Variables)}",
        PqlAggregation aggregation => $"{aggregation.Function} {Inside(aggregation.Value, Sum)} over {Variables(aggregation.Variables)}",
        PqlPeriod period => $"{period.Which} {period.Unit}",
        PqlOccurs occurs => $"{Inside(occurs.Timestamp, Sum)} occurs {TimeTest(occurs.Test)}",
        PqlChain chain => $"chain({Inside(chain.Source, Primary)}, {chain.TimeField}, [{string.Join(", ", chain.Steps.Select(Step))}])",
        _ => throw new PqlException("This node has no text", Math.Max(0, node.Position)),
    };

    private static string Call(PqlCall call)
    {
        string name = call.Function;
        switch (Binding(call))
        {
            case Or or And:
                return string.Join($" {name} ", call.Arguments.Select(argument => Inside(argument, Binding(call) + 1)));
            case Not:
                return $"not {Inside(call.Arguments[0], Not)}";
            case Comparison when call.Arguments.Count == 2:
                return $"{Inside(call.Arguments[0], Sum)} {name} {Inside(call.Arguments[1], Sum)}";
            case Sum or Product when call.Arguments.Count == 2:
                return $"{Inside(call.Arguments[0], Binding(call))} {name} {Inside(call.Arguments[1], Binding(call) + 1)}";
        }
        bool isMethod = call.Arguments.Count > 0 && name is not ("if" or "inSegment" or "date" or "mapEntry" or "modelInstances");
        return isMethod
            ? $"{Inside(call.Arguments[0], Primary)}.{name}({List(call.Arguments.Skip(1))})"
            : $"{name}({List(call.Arguments)})";
    }

    private static string Inside(PqlNode node, int binding) => Binding(node) < binding ? $"({Write(node)})" : Write(node);

    private static int Binding(PqlNode node) => node switch
    {
        PqlCall { Function: "or" } => Or,
        PqlCall { Function: "and" } => And,
        PqlCall { Function: "not" } => Not,
        PqlCall { Function: "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "notIn" or "like" } or PqlOccurs => Comparison,
        PqlCall { Function: "+" or "-" } => Sum,
        PqlCall { Function: "*" or "/" or "%" } => Product,
        PqlLambda or PqlLet or PqlQuantification or PqlAggregation => 0,
        _ => Primary,
    };

    private static string List(IEnumerable<PqlNode> nodes) => string.Join(", ", nodes.Select(Write));

    private static string Variables(IEnumerable<PqlDeclaration> declarations) => string.Join(", ", declarations.Select(declaration =>
        $"{declaration.Name} from "
            + $"{Inside(declaration.From, Sum)}{(declaration.Where is null ? "" : $" where {Inside(declaration.Where, Or)}")}"));

    private static string TimeTest(PqlTimeTest test)
    {
        if (test.End is not null)
            return $"between {Inside(test.Time, Sum)} and {Inside(test.End, Sum)}";
        string distance = test.Unit is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{test.Comparison} {test.Amount} {PqlUnits.Write(test.Unit, test.Amount)} ");
        return $"{distance}{test.Direction} {Inside(test.Time, Sum)}";
    }

    private static string Step(PqlChainStep step)
    {
        string what = step.What is null ? "" : $" WHAT({Write(step.What)})";
        string when = step.When.Count == 0 ? "" : $" WHEN({string.Join(" and ", step.When.Select(TimeTest))})";
        string count = step.Count == 1 && step.Comparison is null
            ? ""
            : $" COUNT({(step.Comparison is null ? "" : step.Comparison + " ")}{step.Count})";
        return $"{step.Name}:{what}{when}{count}";
    }

    // What is a word of the language, or no word at all, stands in back quotes.
    private static string Name(string name) =>
        Words.Contains(name) || !name.All(character => char.IsLetterOrDigit(character) || character == '_')
        ? $"`{name.Replace("\\", "\\\\").Replace("`", "\\`")}`"
        : name;

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new PqlException("This value has no text", 0),
    };
}
