namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Functions of objects and maps.</summary>
internal static class PqlObjectFunctions
{
    public static IReadOnlyList<PqlFunction> All { get; } =
    [
        new("isNull", PqlType.Boolean, [PqlKind.Any], (_, values) => PqlValues.Box(values[0] is null)) { TakesMissing = true },
        new("isNotNull", PqlType.Boolean, [PqlKind.Any], (_, values) => PqlValues.Box(values[0] is not null)) { TakesMissing = true },
        new("exists", PqlType.Boolean, [PqlKind.Any], (_, values) => PqlValues.Box(values[0] is not null)) { TakesMissing = true },
        new("get", PqlType.Any, [PqlKind.Map, PqlKind.Text], (_, values) => PqlValues.Member(values[0], (string)values[1]!))
        {
            ResultBy = arguments => arguments[0].Type.Kind == PqlKind.Map ? arguments[0].Type.Items : PqlType.Any,
        },
        new("keys", PqlType.ListOf(PqlType.Text), [PqlKind.Map],
            (_, values) => Entries(values).Select(object? (entry) => entry.Key).ToList()),
        new("values", PqlType.Any, [PqlKind.Map], (_, values) => Entries(values).Select(entry => entry.Value).ToList())
        {
            ResultBy = arguments => PqlType.ListOf(arguments[0].Type.Kind == PqlKind.Map ? arguments[0].Type.Items : PqlType.Any),
        },
        new("mapEntry", PqlType.Any, [PqlKind.Text, PqlKind.Any], (_, values) => KeyValuePair.Create((string)values[0]!, values[1]))
        {
            ResultBy = arguments => arguments[1].Type,
        },
        new("square", PqlType.Number, [PqlKind.Number], (_, values) => values[0] is double number ? number * number : null),
    ];

    private static IReadOnlyDictionary<string, object?> Entries(object?[] values) =>
        values[0] as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
}
