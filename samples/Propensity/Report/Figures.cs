using System.Globalization;

namespace Propensity.Report;

/// <summary>Numbers as the report writes them.</summary>
internal static class Figures
{
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    // The sum turns a negative zero into a zero.
    public static string Decimal(double value) => (Math.Round(value, 3) + 0.0).ToString("0.000", CultureInfo.InvariantCulture);

    public static string Decimal(double? value) => value is { } known ? Decimal(known) : "";

    public static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);
}
