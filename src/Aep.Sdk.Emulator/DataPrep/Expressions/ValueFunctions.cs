using System.Globalization;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Choices, aggregates, conversions, ids.</summary>
internal static class ValueFunctions
{
    private static readonly Comparer<object?> Order = Comparer<object?>.Create(Values.Compare);

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("decode", "Logical", 2, Function.Any, "decode(state, \"ca\", \"California\", \"N/A\")", Decode),
        Of("iif", "Logical", 3, 3, "iif(true, 1, 2)", values => Values.Truth(values[0]) ? values[1] : values[2]),
        Of("min", "Aggregation", 1, Function.Any, "min(3, 1, 4)",
            values => Lists.Flat(values).Where(value => value is not null).Min(Order)),
        Of("max", "Aggregation", 1, Function.Any, "max(3, 1, 4)",
            values => Lists.Flat(values).Where(value => value is not null).Max(Order)),
        Of("to_bigint", "Type conversion", 1, 1, "to_bigint(\"1000000.34\")", Number),
        Of("to_decimal", "Type conversion", 1, 1, "to_decimal(\"20.5\")", Number),
        Of("to_float", "Type conversion", 1, 1, "to_float(\"12.3456\")", Number),
        Of("to_integer", "Type conversion", 1, 1, "to_integer(\"12\")",
            values => values[0] is null ? null : (long)Values.Integer(values[0])),
        Of("uuid", "Special", 0, 0, "uuid()", _ => Guid.NewGuid().ToString()),
        Of("guid", "Special", 0, 0, "guid()", _ => Guid.NewGuid().ToString()),
    ];

    private static Function Of(string name, string category, int least, int most, string example, Func<object?[], object?> apply) =>
        new(name, category, least, most, example, (_, values) => apply(values));

    private static object? Number(object?[] values) => values[0] is null ? null : Values.Of(Values.Decimal(values[0]));

    private static object? Decode(object?[] values)
    {
        object?[] options = values.Length == 2 && values[1] is List<object?> list ? [.. list] : values[1..];
        foreach (object?[] pair in options.Chunk(2).Where(pair => pair.Length == 2))
        {
            if (Values.AreEqual(values[0], pair[0]))
                return pair[1];
        }
        return options.Length % 2 == 1 ? options[^1] : null;
    }
}
