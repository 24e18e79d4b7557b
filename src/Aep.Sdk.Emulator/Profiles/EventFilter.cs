using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Filters of events: <c>property=eventType=x</c>, also with !=, &lt;, &lt;=, &gt;, &gt;=. All must hold.</summary>
internal static class EventFilter
{
    private static readonly string[] Operators = ["!=", "<=", ">=", "==", "=", "<", ">"];

    public static bool Holds(IReadOnlyList<string> filters, IReadOnlyDictionary<string, object?> document) =>
        filters.All(filter => Holds(filter, document));

    private static bool Holds(string filter, IReadOnlyDictionary<string, object?> document)
    {
        string symbol = Operators.Where(filter.Contains).MinBy(item => (filter.IndexOf(item, StringComparison.Ordinal), -item.Length))
            ?? throw ProfileErrors.Invalid($"The filter '{filter}' has no comparison.");
        int place = filter.IndexOf(symbol, StringComparison.Ordinal);
        object? actual = XdmDocuments.At(document, filter[..place]);
        string text = filter[(place + symbol.Length)..].Trim('"');
        object? expected = actual switch
        {
            double => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : null,
            bool => bool.TryParse(text, out bool truth) ? truth : null,
            _ => text,
        };
        return symbol switch
        {
            "=" or "==" => PqlValues.AreEqual(actual, expected),
            "!=" => !PqlValues.AreEqual(actual, expected),
            "<" => PqlValues.Compare(actual, expected) < 0,
            "<=" => PqlValues.Compare(actual, expected) <= 0,
            ">" => PqlValues.Compare(actual, expected) > 0,
            _ => PqlValues.Compare(actual, expected) >= 0,
        };
    }
}
