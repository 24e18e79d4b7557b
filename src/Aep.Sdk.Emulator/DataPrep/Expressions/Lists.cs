namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Arguments that may be values or lists of values.</summary>
internal static class Lists
{
    public static IEnumerable<object?> Flat(IEnumerable<object?> values) => values.SelectMany(value => value as List<object?> ?? [value]);

    public static List<object?> Required(object? value) =>
        value as List<object?> ?? throw new ExpressionException($"'{Values.Text(value)}' is not an array.");
}
