using System.Globalization;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>What happens with each item of a list while a rule is evaluated.</summary>
internal static class PqlLists
{
    public static List<object?> Filter(PqlFrame frame, PqlBound list, PqlItemValue test)
    {
        var kept = new List<object?>();
        foreach (object? item in PqlValues.Items(list.Evaluate(frame)))
        {
            if (PqlValues.IsTrue(test.Of(frame, item)))
                kept.Add(item);
        }
        return kept;
    }

    public static List<object?> Map(PqlFrame frame, PqlBound list, PqlItemValue each) =>
        [.. PqlValues.Items(list.Evaluate(frame)).Select(item => each.Of(frame, item))];

    public static Dictionary<string, object?> GroupBy(PqlFrame frame, PqlBound list, PqlItemValue key)
    {
        var groups = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (object? item in PqlValues.Items(list.Evaluate(frame)))
        {
            if (Key(key.Of(frame, item)) is not { } name)
                continue;
            if (!groups.TryGetValue(name, out object? group))
                groups[name] = group = new List<object?>();
            ((List<object?>)group!).Add(item);
        }
        return groups;
    }

    public static Dictionary<string, object?> MapEntries(PqlFrame frame, PqlBound source, int keySlot, int valueSlot, PqlBound body)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string key, object? value) in source.Evaluate(frame) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string,
            object?>())
        {
            frame.Slots[keySlot] = key;
            frame.Slots[valueSlot] = value;
            object? mapped = body.Evaluate(frame);
            (string name, object? content) = mapped is KeyValuePair<string, object?> entry ? (entry.Key, entry.Value) : (key, mapped);
            result[name] = content;
        }
        return result;
    }

    public static List<object?> Top(PqlFrame frame, PqlBound list, PqlItemValue by, double amount, bool descending)
    {
        IEnumerable<(object? Item, object? Value)> ranked = PqlValues.Items(list.Evaluate(frame))
            .Select(item => (item, Value: by.Of(frame, item)))
            .Where(item => item.Value is not null)
            .ToList();
        var order = Comparer<object?>.Create((left, right) => PqlValues.Compare(left, right) ?? 0);
        IEnumerable<(object? Item, object? Value)> sorted = descending
            ? ranked.OrderByDescending(item => item.Value, order)
            : ranked.OrderBy(item => item.Value, order);
        return [.. sorted.Take((int)Math.Clamp(amount, 0, int.MaxValue)).Select(item => item.Item)];
    }

    /// <summary>The values that an aggregation is about; what is missing is left out.</summary>
    public static IReadOnlyList<object?> Values(PqlFrame frame, PqlBound list, PqlItemValue? each)
    {
        IReadOnlyList<object?> items = PqlValues.Items(list.Evaluate(frame));
        return each is null ? items : [.. items.Select(item => each.Of(frame, item)).Where(value => value is not null)];
    }

    public static IReadOnlyList<object?> Values(PqlFrame frame, List<PqlVariable> variables, PqlBound value)
    {
        var values = new List<object?>();
        Visit(frame, variables, 0, () =>
        {
            if (value.Evaluate(frame) is { } found)
                values.Add(found);
        });
        return values;
    }

    public static object? Average(IReadOnlyList<object?> values)
    {
        double[] numbers = [.. values.OfType<double>()];
        return numbers.Length == 0 ? null : numbers.Average();
    }

    /// <summary>The smallest (-1) or the largest (1) value.</summary>
    public static object? Extreme(IReadOnlyList<object?> values, int sign)
    {
        object? best = null;
        foreach (object? value in values)
        {
            if (value is not null && (best is null || PqlValues.Compare(value, best) * sign > 0))
                best = value;
        }
        return best;
    }

    public static bool Exists(PqlFrame frame, List<PqlVariable> variables, int index) => index == variables.Count
        || variables[index].Items(frame).Any(item => variables[index].Take(frame, item) && Exists(frame, variables, index + 1));

    public static bool ForAll(PqlFrame frame, List<PqlVariable> variables, int index) => index == variables.Count
        || variables[index].Items(frame).All(item => variables[index].Take(frame, item) && ForAll(frame, variables, index + 1));

    /// <summary>The items of the first variable for which the others have items too.</summary>
    public static List<object?> Select(PqlFrame frame, List<PqlVariable> variables) =>
        [.. variables[0].Items(frame).Where(item => variables[0].Take(frame, item) && Exists(frame, variables, 1))];

    private static void Visit(PqlFrame frame, List<PqlVariable> variables, int index, Action found)
    {
        if (index == variables.Count)
        {
            found();
            return;
        }
        foreach (object? item in variables[index].Items(frame))
        {
            if (variables[index].Take(frame, item))
                Visit(frame, variables, index + 1, found);
        }
    }

    private static string? Key(object? value) => value switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
