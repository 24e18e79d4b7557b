namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The tests behind <c>is</c>.</summary>
internal static class TemplateTests
{
    private static readonly Dictionary<string, Func<object?, bool>> All = new()
    {
        ["empty"] = TemplateValues.IsEmpty,
        ["null"] = value => value is null,
        ["defined"] = value => value is not null,
        ["even"] = value => Whole(value) % 2 == 0,
        ["odd"] = value => Whole(value) % 2 != 0,
        ["iterable"] = value => value is not null && TemplateValues.Items(value) is not null && !TemplateValues.IsMap(value),
        ["map"] = TemplateValues.IsMap,
    };

    public static IEnumerable<string> Names => All.Keys.Order();

    public static Func<object?, bool>? Find(string name) => All.GetValueOrDefault(name);

    private static long Whole(object? value) => value is long number
        ? number
        : throw new TemplateException($"'{TemplateValues.Text(value)}' is not a whole number.");
}
