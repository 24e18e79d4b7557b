using System.Globalization;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A value that the engine wrote as text, because it stands in a list, a map or a struct, in Query Service's notation.</summary>
internal static class EngineText
{
    public static string Of(string text, SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => text == "true" ? "t" : "f",
        SqlTypeKind.Float => ScalarText.Of((float)Number(text)),
        SqlTypeKind.Double => ScalarText.Of(Number(text)),
        SqlTypeKind.Timestamp => Fraction(text),
        SqlTypeKind.TimestampTz when text.EndsWith("+00", StringComparison.Ordinal) => Fraction(text[..^3]) + "+00",
        _ => text,
    };

    public static double Number(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    /// <summary>The time in UTC, or null if it is outside of the years that .NET has.</summary>
    public static DateTime? Time(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTime time) ? time : null;
    }

    private static string Fraction(string time) => time.Contains('.') || !char.IsAsciiDigit(time[0]) ? time : time + ".0";
}
