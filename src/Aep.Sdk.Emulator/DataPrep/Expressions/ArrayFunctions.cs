namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of arrays.</summary>
internal static class ArrayFunctions
{
    private const string Category = "Hierarchies - Arrays";

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("coalesce", "coalesce(null, \"a\")", values => Lists.Flat(values).FirstOrDefault(value => value is not null)),
        Of("first", "first(\"1\", \"2\")", values => Lists.Flat(values).FirstOrDefault()),
        Of("last", "last(\"1\", \"2\")", values => Lists.Flat(values).LastOrDefault()),
        Of("add_to_array", "add_to_array(['a'], 'b')", values => new List<object?>([.. Lists.Required(values[0]), .. values[1..]])),
        Of("join_arrays", "join_arrays(['a'], ['b'])", values => values.SelectMany(Lists.Required).ToList()),
        Of("to_array", "to_array(false, 1, null)",
            values => Lists.Flat(values[1..]).Where(value => value is not null || Values.Truth(values[0])).ToList()),
        Of("upsert_array_append", "upsert_array_append([123, 456])", values => values[0]),
        Of("upsert_array_replace", "upsert_array_replace([123, 456], 1)", values => values[0]),
        Of("array_to_string", "array_to_string(\";\", [\"Hello\", \"world\"])",
            values => string.Join(Values.Text(values[0]), Flatten(values[1..]).Select(Values.Text))),
        Of("flattenArray", "flattenArray([['a', 'b'], ['c']])", values => Flatten(values).ToList()),
        Of("filterArray", "filterArray([5, -6, 0, 7], x -> x > 0)",
            values => Items(values).Where(item => Values.Truth(Lambda(values)(item))).ToList()),
        Of("transformArray", "transformArray([5, 6, 7], x -> x + 1)", values => Items(values).Select(Lambda(values)).ToList()),
    ];

    private static List<object?> Items(object?[] values) => values[0] is null ? [] : Lists.Required(values[0]);

    private static Func<object?, object?> Lambda(object?[] values) => values.ElementAtOrDefault(1) as Func<object?, object?>
        ?? throw new ExpressionException("The second argument must be a function of an item, such as x -> x > 0.");

    private static IEnumerable<object?> Flatten(IEnumerable<object?> values) =>
        values.SelectMany(value => value is List<object?> list ? Flatten(list) : [value]);

    private static Function Of(string name, string example, Func<object?[], object?> apply) =>
        new(name, Category, 1, Function.Any, example, (_, values) => apply(values));
}
