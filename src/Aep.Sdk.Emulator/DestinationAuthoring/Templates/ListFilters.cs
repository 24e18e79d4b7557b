namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Filters of lists and maps; some take texts, too.</summary>
internal static class ListFilters
{
    public static IReadOnlyList<TemplateFilter> All { get; } =
    [
        new("first", [], (value, _) => value is string text ? Letter(text, 0) : Items("first", value).FirstOrDefault()),
        new("last", [], (value, _) => value is string text ? Letter(text, text.Length - 1) : Items("last", value).LastOrDefault()),
        new("length", [], (value, _) => value is string text ? text.Length : (long)Items("length", value).Count),
        new("join", ["separator"],
            (value, given) => string.Join(TemplateValues.Text(given[0]), Items("join", value).Select(TemplateValues.Text))),
        new("sort", [], (value, _) => Sorted("sort", value)),
        new("rsort", [], (value, _) => Enumerable.Reverse(Sorted("rsort", value)).ToList()),
        new("reverse", [], (value, _) => Enumerable.Reverse(Items("reverse", value)).ToList()),
        new("merge", ["items"], (value, given) => Merge(value, given[0])),
        new("slice", ["fromIndex", "toIndex"], (value, given) => Slice(value, given[0] ?? 0L, given[1])),
    ];

    private static IReadOnlyList<object?> Items(string filter, object? value) => TemplateValues.Items(value)
        ?? throw new TemplateException($"The filter '{filter}' takes a list or a map, not '{TemplateValues.Text(value)}'.");

    private static string? Letter(string text, int at) => at >= 0 && at < text.Length ? text[at].ToString() : null;

    private static List<object?> Sorted(string filter, object? value) =>
        [.. Items(filter, value).Order(Comparer<object?>.Create(TemplateValues.Compare))];

    private static object Merge(object? value, object? other)
    {
        if (!TemplateValues.IsMap(value))
            return Items("merge", value).Concat(Items("merge", other)).ToList();
        if (!TemplateValues.IsMap(other))
            throw new TemplateException($"The filter 'merge' takes a map for a map, not '{TemplateValues.Text(other)}'.");
        var merged = new Dictionary<string, object?>();
        foreach (object? item in TemplateValues.Items(value)!.Concat(TemplateValues.Items(other)!))
        {
            var entry = (KeyValuePair<string, object?>)item!;
            merged[entry.Key] = entry.Value;
        }
        return new TemplateMap([.. merged]);
    }

    private static object? Slice(object? value, object? from, object? to)
    {
        int length = value is string whole ? whole.Length : Items("slice", value).Count;
        int start = Index(from, length), end = to is null ? length : Index(to, length);
        if (start > end)
            throw new TemplateException($"The filter 'slice' goes from {start} to {end}: the end is before the beginning.");
        return value is string text ? text[start..end] : Items("slice", value).Skip(start).Take(end - start).ToList();
    }

    private static int Index(object? value, int length) => value is long index && index >= 0 && index <= length
        ? (int)index
        : throw new TemplateException($"The filter 'slice' takes indexes from 0 to {length}, not '{TemplateValues.Text(value)}'.");
}
