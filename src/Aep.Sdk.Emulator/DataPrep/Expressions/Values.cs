using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Values of expressions: what they are as JSON, as text, as number, and how they compare.</summary>
internal static class Values
{
    public static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => map.ToDictionary(member => member.Key, member => FromJson(member.Value)),
        JsonArray list => list.Select(FromJson).ToList(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Number(node.ToJsonString()),
        },
    };

    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        DateTimeOffset time => JsonValue.Create(Text(time)),
        List<object?> list => new JsonArray([.. list.Select(ToJson)]),
        Dictionary<string, object?> map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, ToJson(member.Value)))),
        _ => throw new InvalidOperationException($"A value of {value.GetType()} has no form in JSON."),
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => ToJson(value)!.ToJsonString(),
    };

    public static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
        : throw new ExpressionException($"'{text}' is not a number.");

    public static decimal Decimal(object? value) => value switch
    {
        long number => number,
        decimal number => number,
        double number => (decimal)number,
        string text when Number(text) is long or decimal => Convert.ToDecimal(Number(text), CultureInfo.InvariantCulture),
        _ => throw new ExpressionException($"'{Text(value)}' is not a number."),
    };

    public static int Integer(object? value) => Decimal(value) is >= int.MinValue and <= int.MaxValue and decimal number
        ? (int)number
        : throw new ExpressionException($"'{Text(value)}' is out of range.");

    /// <summary>A whole number stays one.</summary>
    public static object Of(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : number;

    public static bool Truth(object? value) => value switch
    {
        bool truth => truth,
        null => false,
        string text when bool.TryParse(text, out bool truth) => truth,
        _ => throw new ExpressionException($"'{Text(value)}' is neither true nor false."),
    };

    public static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (long or decimal or double, long or decimal or double) => Decimal(one) == Decimal(other),
        (DateTimeOffset first, DateTimeOffset second) => first == second,
        _ => Text(one) == Text(other),
    };

    public static int Compare(object? one, object? other) => (one, other) switch
    {
        (long or decimal or double, _) or (_, long or decimal or double) => Decimal(one).CompareTo(Decimal(other)),
        (DateTimeOffset first, DateTimeOffset second) => first.CompareTo(second),
        _ => string.CompareOrdinal(Text(one), Text(other)),
    };
}
