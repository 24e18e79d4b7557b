namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Functions of lists and sets.</summary>
internal static class PqlSetFunctions
{
    public static IReadOnlyList<PqlFunction> All { get; } =
    [
        new("in", PqlType.Boolean, [PqlKind.Any, PqlKind.List], (_, values) => PqlValues.Box(Has(values[1], values[0])))
        {
            Check = CheckItems,
        },
        new("notIn", PqlType.Boolean, [PqlKind.Any, PqlKind.List], (_, values) => PqlValues.Box(!Has(values[1], values[0])))
        {
            Check = CheckItems,
        },
        new("includes", PqlType.Boolean, [PqlKind.List, PqlKind.Any], (_, values) => PqlValues.Box(Has(values[0], values[1]))),
        new("intersects", PqlType.Boolean, [PqlKind.List, PqlKind.List], (_, values) =>
            PqlValues.Box(PqlValues.Items(values[0]).Any(item => Has(values[1], item)))),
        new("intersection", PqlType.Any, [PqlKind.List, PqlKind.List], (_, values) =>
            Distinct(PqlValues.Items(values[0]).Where(item => Has(values[1], item)))) { ResultBy = First },
        new("subsetOf", PqlType.Boolean, [PqlKind.List, PqlKind.List], (_, values) =>
            PqlValues.Box(PqlValues.Items(values[0]).All(item => Has(values[1], item)))),
        new("supersetOf", PqlType.Boolean, [PqlKind.List, PqlKind.List], (_, values) =>
            PqlValues.Box(PqlValues.Items(values[1]).All(item => Has(values[0], item)))),
        new("distinct", PqlType.Any, [PqlKind.List], (_, values) => Distinct(PqlValues.Items(values[0]))) { ResultBy = First },
        new("head", PqlType.Any, [PqlKind.List], (_, values) => PqlValues.Items(values[0]).FirstOrDefault())
        {
            ResultBy = arguments => arguments[0].Type.Items,
        },
    ];

    private static PqlType First(PqlBound[] arguments) => arguments[0].Type;

    private static bool Has(object? list, object? item)
    {
        IReadOnlyList<object?> items = PqlValues.Items(list);
        for (int i = 0; i < items.Count; i++)
        {
            if (PqlValues.AreEqual(item, items[i]))
                return true;
        }
        return false;
    }

    private static List<object?> Distinct(IEnumerable<object?> items)
    {
        var kept = new List<object?>();
        foreach (object? item in items)
        {
            if (!Has(kept, item))
                kept.Add(item);
        }
        return kept;
    }

    private static void CheckItems(PqlCall call)
    {
        if (call.Arguments is not [PqlLiteral { Value: { } value }, PqlListLiteral list])
            return;
        if (list.Items.FirstOrDefault(item => item is PqlLiteral { Value: { } other } && other.GetType() != value.GetType()) is { } wrong)
            throw new PqlException("The list holds values of another type than what is looked for", Math.Max(0, wrong.Position));
    }
}
