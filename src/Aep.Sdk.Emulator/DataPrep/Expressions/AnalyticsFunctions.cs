namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions that read the event list and the product string of Adobe Analytics.</summary>
internal static class AnalyticsFunctions
{
    private const string Category = "Analytics";
    private const int CategoryPart = 0, NamePart = 1, QuantityPart = 2, PricePart = 3, EventsPart = 4, EvarsPart = 5;

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("aa_get_event_id", 2, "aa_get_event_id(\"event101=5:123456,scOpen\", \"event101\")",
            values => Event(values) is { } found ? After(found, ':') : null),
        Of("aa_get_event_value", 2, "aa_get_event_value(\"event101=5:123456,scOpen\", \"event101\")", values => Event(values) is { } found
            ? Before(After(found, '=') ?? "1", ':')
            : null),
        Of("aa_get_product_categories", 1, Example("aa_get_product_categories"), values => Products(values[0], CategoryPart)),
        Of("aa_get_product_names", 1, Example("aa_get_product_names"), values => Products(values[0], NamePart)),
        Of("aa_get_product_quantity", 1, Example("aa_get_product_quantity"), values => Products(values[0], QuantityPart)),
        Of("aa_get_product_price", 1, Example("aa_get_product_price"), values => Products(values[0], PricePart)),
        Of("aa_get_product_event_values", 2, "aa_get_product_event_values(\";a;1;4.20;event1=2.3|event2=5:1\", \"event1\")", values =>
            Named(values, EventsPart).Select(object? (value) => Before(value, ':')).ToList()),
        Of("aa_get_product_evars", 2, "aa_get_product_evars(\";a;1;6.69;;eVar1=value\", \"eVar1\")", values =>
            Named(values, EvarsPart).Cast<object?>().ToList()),
    ];

    private static Function Of(string name, int arguments, string example, Func<object?[], object?> apply) =>
        new(name, Category, arguments, arguments, example, (_, values) =>
        values[0] is null ? null : apply(values));

    private static string Example(string name) => $"{name}(\";a;1;3.50,b;c;1;5.99\")";

    // event101=5:123456 is value 5 with the id 123456.
    private static string? Event(object?[] values) => Values.Text(values[0]).Split(',')
        .FirstOrDefault(item => Before(Before(item, '='), ':') == Values.Text(values[1]));

    private static List<object?> Products(object? text, int part) =>
        [.. Split(text).Select(object? (product) => product.ElementAtOrDefault(part) is { Length: > 0 } value ? value : null)];

    private static IEnumerable<string> Named(object?[] values, int part) => Split(values[0])
        .SelectMany(product => (product.ElementAtOrDefault(part) ?? "").Split('|'))
        .Where(pair => Before(pair, '=') == Values.Text(values[1]))
        .Select(pair => After(pair, '=') ?? "1");

    private static IEnumerable<string[]> Split(object? text) => Values.Text(text).Split(',').Select(product => product.Split(';'));

    private static string Before(string text, char mark) => text.IndexOf(mark) is >= 0 and int at ? text[..at] : text;

    private static string? After(string text, char mark) => text.IndexOf(mark) is >= 0 and int at ? text[(at + 1)..] : null;
}
