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
        Of("to_array", "to_array(false, 1, null)", values => Lists.Flat(values[1..]).Where(value => value is not null || Values.Truth(values[0])).ToList()),
    ];

    private static Function Of(string name, string example, Func<object?[], object?> apply) =>
        new(name, Category, 1, Function.Any, example, (_, values) => apply(values));
}
