using System.Globalization;

namespace Aep.Sdk.Schemas;

/// <summary>Bounds, for a message.</summary>
internal static class XdmRange
{
    public static string Describe(double? least, double? most, string what) => (least, most) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low} to {high} {what}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"at least {low} {what}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"at most {high} {what}"),
        _ => what,
    };
}
