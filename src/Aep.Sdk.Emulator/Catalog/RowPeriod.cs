using System.Globalization;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>How long rows are kept: a period of ISO 8601 without a time, such as <c>P3M</c>.</summary>
internal readonly partial record struct RowPeriod(int Years, int Months, int Days)
{
    /// <summary>Its length for comparisons: a year has 366 days, a month 30.</summary>
    public int Length => (Years * 366) + (Months * 30) + Days;

    /// <summary>A text as a period; null if it is none.</summary>
    public static RowPeriod? Parse(string text) => Form().Match(text) is { Success: true } match
        ? new RowPeriod(Number(match, "years"), Number(match, "months"), (Number(match, "weeks") * 7) + Number(match, "days"))
        : null;

    /// <summary>The moment that lies so long before another, by the calendar.</summary>
    public DateTimeOffset Before(DateTimeOffset moment) => moment.AddYears(-Years).AddMonths(-Months).AddDays(-Days);

    private static int Number(Match match, string unit) =>
        int.TryParse(match.Groups[unit].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    [GeneratedRegex(@"^P(?=\d)((?<years>\d{1,4})Y)?((?<months>\d{1,4})M)?((?<weeks>\d{1,4})W)?((?<days>\d{1,5})D)?$")]
    private static partial Regex Form();
}
