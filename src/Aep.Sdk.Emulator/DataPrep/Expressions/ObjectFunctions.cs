using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of objects.</summary>
internal static class ObjectFunctions
{
    private const string Category = "Hierarchies - Objects";

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("size_of", 1, 1, "size_of([1, 2])", values => Size(values[0])),
        Of("is_empty", 1, 1, "is_empty([1])", values => Size(values[0]) == 0),
        Of("to_object", 0, Function.Any, "to_object(\"a\", 1)", values => Pairs(values)),
        Of("arrays_to_object", 2, Function.Any, "arrays_to_object(\"a\", [1], \"b\", [2])", Zip),
        Of("str_to_object", 1, 3, "str_to_object(\"a=1\", \"=\", \",\")",
            values => Read(values[0], Or(values, 1, ":"), Or(values, 2, ","))),
        new("contains_key", Category, 1, 1, "contains_key(\"a.b\")", (context, values) => Contains(context.Row, Values.Text(values[0]))),
        new("is_set", Category, 1, 1, "is_set(\"a.b\")", (context, values) => Contains(context.Row, Values.Text(values[0]))),
        Of("nullify", 0, 0, "nullify()", _ => null),
        Of("get_keys", 1, 1, "get_keys({\"a\": 1})", values => (values[0] as Dictionary<string, object?>)?.Keys.Cast<object?>().ToList()),
        Of("get_values", 3, 4, "get_values(\"a - 1 , b - 2\", \"a\", \"-\", \",\")", values =>
            Read(values[0], Or(values, 2, ":"), Or(values, 3, ","))?.GetValueOrDefault(Values.Text(values[1]))),
        new("json_to_object", "JSON", 1, 1, "json_to_object('{\"a\": 1}')",
            (_, values) => values[0] is string text ? Json(text) : values[0]),
    ];

    private static Function Of(string name, int least, int most, string example, Func<object?[], object?> apply) =>
        new(name, Category, least, most, example, (_, values) => apply(values));

    private static long Size(object? value) => value switch
    {
        null => 0,
        List<object?> list => list.Count,
        Dictionary<string, object?> map => map.Count,
        string text => text.Length,
        _ => 1,
    };

    private static Dictionary<string, object?> Pairs(object?[] values)
    {
        if (values.Length % 2 != 0)
            throw new ExpressionException("to_object takes pairs of key and value.");
        return values.Chunk(2).ToDictionary(pair => Values.Text(pair[0]), pair => pair[1]);
    }

    // Keys with an array each become one object for every position.
    private static List<object?> Zip(object?[] values)
    {
        (string Key, List<object?> Items)[] columns = [.. Pairs(values).Select(pair => (pair.Key, Lists.Required(pair.Value)))];
        int count = columns.Max(column => column.Items.Count);
        return [.. Enumerable.Range(0, count).Select(
            i => (object?)columns.ToDictionary(column => column.Key, column => column.Items.ElementAtOrDefault(i)))];
    }

    private static Dictionary<string, object?>? Read(object? text, string between, string behind) => text is null ? null : Values.Text(text)
        .Split(behind, StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.Split(between, 2, StringSplitOptions.TrimEntries)).Where(field => field.Length == 2)
        .GroupBy(field => field[0]).ToDictionary(group => group.Key, group => (object?)group.Last()[1]);

    private static string Or(object?[] values, int index, string otherwise) =>
        values.ElementAtOrDefault(index) is string { Length: > 0 } given ? given : otherwise;

    private static bool Contains(JsonObject row, string path)
    {
        JsonNode? node = row;
        foreach (string step in path.Split('.'))
        {
            if (node is not JsonObject map || !map.TryGetPropertyValue(step, out node))
                return false;
        }
        return true;
    }

    private static object? Json(string text)
    {
        try
        {
            return Values.FromJson(JsonNode.Parse(text));
        }
        catch (JsonException exception)
        {
            throw new ExpressionException($"The text is not valid JSON: {exception.Message}");
        }
    }
}
