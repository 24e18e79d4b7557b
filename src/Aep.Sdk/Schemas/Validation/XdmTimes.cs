using System.Globalization;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Schemas;

/// <summary>How dates and times are written. A batch takes a time without its zone, and a time where a date is meant.</summary>
internal static partial class XdmTimes
{
    public static bool Fits(XdmFieldType type, string text, XdmValidationMode mode) => type == XdmFieldType.Date
        ? IsDate(text) || (mode == XdmValidationMode.Batch && IsTime(text, mode))
        : IsTime(text, mode);

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text, XdmValidationMode mode)
    {
        Match match = Time().Match(text);
        return match.Success
            && (match.Groups["zone"].Success || mode == XdmValidationMode.Batch)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?(?<zone>[Zz]|[+-]\d{2}:?\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
