using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep.Expressions;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Mappings that were read, to be applied to rows.</summary>
internal sealed class MappingProgram(IReadOnlyList<Mapping> mappings, TimeProvider time)
{
    private readonly (Mapping Mapping, string[] Path, Expression Value)[] _steps =
        // An object comes before what is set within it: its own members are copied, too.
        [.. mappings.Select(mapping => (mapping, FieldPath.Split(mapping.Destination),
            Compile(mapping))).OrderBy(step => step.Item2.Length)];

    /// <summary>Reads what a mapping computes.</summary>
    /// <exception cref="ExpressionException">The expression cannot be read.</exception>
    public static Expression Compile(Mapping mapping) => mapping.Type switch
    {
        Mapping.Attribute => context => Values.FromJson(At(context.Row, mapping.Source)),
        Mapping.Static => _ => mapping.Source,
        Mapping.Expression => ExpressionParser.Parse(mapping.Source),
        _ => throw new ExpressionException($"The sourceType {mapping.Type} is none of ATTRIBUTE, EXPRESSION, STATIC."),
    };

    /// <summary>The document of a row. A mapping that fails leaves its destination out and is reported.</summary>
    public JsonObject Apply(JsonObject row, Func<Mapping, JsonNode, JsonNode> convert, Action<Mapping, ExpressionException> onError)
    {
        var document = new JsonObject();
        var context = new EvaluationContext(row, time);
        foreach ((Mapping mapping, string[] path, Expression value) in _steps)
        {
            try
            {
                if (Values.ToJson(value(context)) is { } node)
                    Set(document, path, convert(mapping, node));
            }
            catch (OverflowException)
            {
                onError(mapping, new ExpressionException("A number is too large."));
            }
            catch (ExpressionException exception)
            {
                onError(mapping, exception);
            }
        }
        return document;
    }

    // A column's name may hold dots.
    private static JsonNode? At(JsonObject row, string source)
    {
        if (row.TryGetPropertyValue(source, out JsonNode? whole))
            return whole;
        JsonNode? node = row;
        foreach (string step in FieldPath.Split(source))
            node = (node as JsonObject)?[step];
        return node;
    }

    private static void Set(JsonObject document, string[] path, JsonNode value)
    {
        JsonObject level = document;
        foreach (string step in path[..^1])
            level = (level[step] ??= new JsonObject()) as JsonObject
                ?? throw new ExpressionException($"{string.Join('.', path)} lies below a value.");
        level[path[^1]] = value;
    }
}
