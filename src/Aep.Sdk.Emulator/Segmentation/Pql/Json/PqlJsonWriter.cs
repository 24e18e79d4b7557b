using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Writes a rule in its JSON form (<c>pql/json</c>).</summary>
internal static class PqlJsonWriter
{
    public static string Write(PqlNode node) => Node(node).ToJsonString();

    private static JsonObject Node(PqlNode node) => node switch
    {
        PqlLiteral literal =>
            new JsonObject { ["nodeType"] = "literal", ["literalType"] = TypeOf(literal.Value), ["value"] = Value(literal.Value) },
        PqlName name => new JsonObject { ["nodeType"] = "fieldLookup", ["fieldName"] = name.Name },
        PqlParameter parameter => new JsonObject { ["nodeType"] = "parameterReference", ["position"] = parameter.Number },
        PqlUp up => new JsonObject { ["nodeType"] = "up", ["levels"] = up.Levels },
        PqlField field => new JsonObject { ["nodeType"] = "fieldLookup", ["fieldName"] = field.Name, ["object"] = Node(field.Target) },
        PqlCall call => new JsonObject { ["nodeType"] = "fnApply", ["fnName"] = call.Function, ["params"] = All(call.Arguments) },
        PqlListLiteral list => new JsonObject { ["nodeType"] = "list", ["items"] = All(list.Items) },
        PqlLambda lambda => new JsonObject
        {
            ["nodeType"] = "lambda",
            ["parameters"] = new JsonArray([.. lambda.Parameters.Select(name => (JsonNode)name)]),
            ["body"] = Node(lambda.Body),
        },
        PqlLet let => new JsonObject
        {
            ["nodeType"] = "let",
            ["varName"] = let.Name,
            ["value"] = Node(let.Value),
            ["body"] = Node(let.Body)
        },
        PqlQuantification quantification => new JsonObject
        {
            ["nodeType"] = "quantification",
            ["quantifier"] = quantification.Quantifier == "exists" ? "some" : quantification.Quantifier,
            ["variables"] = Variables(quantification.Variables),
        },
        PqlAggregation aggregation => new JsonObject
        {
            ["nodeType"] = "aggregation",
            ["fnName"] = aggregation.Function,
            ["value"] = Node(aggregation.Value),
            ["variables"] = Variables(aggregation.Variables),
        },
        PqlPeriod period => new JsonObject { ["nodeType"] = "period", ["which"] = period.Which, ["unit"] = period.Unit },
        PqlOccurs occurs => new JsonObject
        {
            ["nodeType"] = "occurs",
            ["timestamp"] = Node(occurs.Timestamp),
            ["test"] = TimeTest(occurs.Test)
        },
        PqlChain chain => new JsonObject
        {
            ["nodeType"] = "chain",
            ["source"] = Node(chain.Source),
            ["timeField"] = chain.TimeField,
            ["steps"] = new JsonArray([.. chain.Steps.Select(Step)]),
        },
        _ => throw new PqlException("This node has no JSON form", Math.Max(0, node.Position)),
    };

    private static JsonArray All(IEnumerable<PqlNode> nodes) => new([.. nodes.Select(Node)]);

    private static JsonArray Variables(IEnumerable<PqlDeclaration> declarations) => new([.. declarations.Select(declaration =>
    {
        var variable = new JsonObject { ["nodeType"] = "varDecl", ["varName"] = declaration.Name, ["from"] = Node(declaration.From) };
        if (declaration.Where is not null)
            variable["where"] = Node(declaration.Where);
        return variable;
    })]);

    private static JsonObject TimeTest(PqlTimeTest test)
    {
        var node = new JsonObject { ["direction"] = test.Direction, ["time"] = Node(test.Time) };
        if (test.Unit is not null)
        {
            node["comparison"] = test.Comparison;
            node["amount"] = (int)test.Amount;
            node["unit"] = test.Unit;
        }
        if (test.End is not null)
            node["end"] = Node(test.End);
        return node;
    }

    private static JsonObject Step(PqlChainStep step)
    {
        var node = new JsonObject { ["varName"] = step.Name, ["count"] = step.Count };
        if (step.What is not null)
            node["what"] = Node(step.What);
        if (step.When.Count > 0)
            node["when"] = new JsonArray([.. step.When.Select(TimeTest)]);
        if (step.Comparison is not null)
            node["comparison"] = step.Comparison;
        return node;
    }

    private static string TypeOf(object? value) => value switch
    {
        string => "String",
        bool => "Boolean",
        double number when number == Math.Floor(number) && Math.Abs(number) < int.MaxValue => "Integer",
        double => "Double",
        _ => "Null",
    };

    private static JsonNode? Value(object? value) => value switch
    {
        string text => text,
        bool truth => truth,
        double number when number == Math.Floor(number) && Math.Abs(number) < int.MaxValue => (int)number,
        double number => number,
        _ => null,
    };
}
