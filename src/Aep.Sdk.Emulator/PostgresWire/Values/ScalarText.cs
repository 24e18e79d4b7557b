using System.Globalization;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Simple values as Query Service prints them: timestamps and fractions always with a decimal place.</summary>
internal static class ScalarText
{
    public static string Of(double value) =>
        double.IsFinite(value) ? Fraction(value.ToString("R", CultureInfo.InvariantCulture)) : Special(value);

    public static string Of(float value) =>
        float.IsFinite(value) ? Fraction(value.ToString("R", CultureInfo.InvariantCulture)) : Special(value);

    public static string Of(DateTime value) => Fraction(value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));

    /// <summary>A value inside a struct, list or map, or of a type without a format of its own.</summary>
    public static string Of(object value, SqlType type) => value switch
    {
        string text => EngineText.Of(text, type),
        bool flag => flag ? "t" : "f",
        double number => Of(number),
        float number => Of(number),
        DateTime time => type.Kind == SqlTypeKind.TimestampTz ? Of(time) + "+00" : Of(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        Stream bytes => @"\x" + Hex(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Fraction(string digits) => digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";

    private static string Special(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string Hex(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Convert.ToHexStringLower(copy.ToArray());
    }
}
