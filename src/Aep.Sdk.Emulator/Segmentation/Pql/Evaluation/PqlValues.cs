using System.Globalization;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Equality, order and conversions of values. What is missing equals nothing and has no order.</summary>
internal static class PqlValues
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object Box(bool value) => value ? True : False;

    /// <summary>Whether a value counts as true where a condition stands: true, or a list that is not empty.</summary>
    public static bool IsTrue(object? value) => value is true || value is IReadOnlyList<object?> { Count: > 0 };

    public static bool AreEqual(object? left, object? right, bool ignoreCase = false) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (double a, double b) => a == b,
        (string a, string b) => string.Equals(a, b, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => HaveSameItems(a, b, ignoreCase),
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) =>
            a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out object? other) && AreEqual(entry.Value, other, ignoreCase)),
        _ => IsTime(left, right) && Instant(left) is { } first && Instant(right) is { } second && first == second,
    };

    /// <summary>Less than, equal or greater than zero; null where there is no order.</summary>
    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => IsTime(left, right) && Instant(left) is { } first && Instant(right) is { } second ? first.CompareTo(second) : null,
    };

    /// <summary>A point in time: of a timestamp, the start of a date, a text in ISO 8601, the timestamp of an event.</summary>
    public static DateTimeOffset? Instant(object? value) => value switch
    {
        DateTimeOffset instant => instant,
        DateOnly date => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset instant) => instant,
        IReadOnlyDictionary<string, object?> item => Instant(item.GetValueOrDefault("timestamp")),
        _ => null,
    };

    /// <summary>The items of a list; of what is missing, none.</summary>
    public static IReadOnlyList<object?> Items(object? value) => value as IReadOnlyList<object?> ?? [];

    /// <summary>A field; of a list, the fields of its items.</summary>
    public static object? Member(object? value, string name) => value switch
    {
        IReadOnlyDictionary<string, object?> item => item.GetValueOrDefault(name),
        IReadOnlyList<object?> list => Members(list, name),
        _ => null,
    };

    private static List<object?> Members(IReadOnlyList<object?> list, string name)
    {
        var values = new List<object?>(list.Count);
        foreach (object? item in list)
        {
            object? value = Member(item, name);
            if (value is IReadOnlyList<object?> inner)
                values.AddRange(inner);
            else if (value is not null)
                values.Add(value);
        }
        return values;
    }

    private static bool IsTime(object? left, object? right) => left is DateTimeOffset or DateOnly || right is DateTimeOffset or DateOnly;

    // Lists of PQL are sets with repetitions: order does not count.
    private static bool HaveSameItems(IReadOnlyList<object?> left, IReadOnlyList<object?> right, bool ignoreCase)
    {
        if (left.Count != right.Count)
            return false;
        var rest = new List<object?>(right);
        return left.All(item => rest.FindIndex(other => AreEqual(item, other, ignoreCase)) is >= 0 and var found && Take(rest, found));
    }

    private static bool Take(List<object?> rest, int index)
    {
        rest.RemoveAt(index);
        return true;
    }
}
