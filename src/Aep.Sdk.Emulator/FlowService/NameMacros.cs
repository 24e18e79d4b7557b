using System.Globalization;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// The macros in the names of exported files and folders: <c>%SEGMENT_ID%</c>, <c>%DATETIME(YYYYMMdd_HHmmss)%</c>, <c>%TIMESTAMP%</c>, …
/// Everything between macros is text of the user.
/// </summary>
internal static partial class NameMacros
{
    private const string DateTimeMacro = "DATETIME", DateTimeFormat = "yyyyMMdd_HHmmss", ExportTimeFormat = "yyyyMMddHHmm";

    /// <summary>Fills a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">The values of the macros without the percent signs.</param>
    /// <param name="time">When the export was due or the file was made.</param>
    /// <exception cref="Gateway.ApiException">400: a macro is not known.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values, DateTimeOffset time) =>
        Macro().Replace(template, match =>
        (match.Groups["name"].Value, match.Groups["format"]) switch
        {
            (DateTimeMacro, { Success: true } format) => Format(time, DotNetFormat(format.Value)),
            (DateTimeMacro, _) => Format(time, DateTimeFormat),
            ("TIMESTAMP", _) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ("EXPORT_TIME", _) => "exportTime=" + Format(time, ExportTimeFormat),
            (string name, _) when values.TryGetValue(name, out string? value) => value,
            _ => throw FlowErrors.Invalid($"The macro {match.Value} in '{template}' is none of those of names."),
        });

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    // Adobe writes years as YYYY and days as DD or dd.
    private static string DotNetFormat(string format) =>
        format.Replace('Y', 'y').Replace("DD", "dd", StringComparison.Ordinal) is { } pattern && Pattern().IsMatch(pattern)
        ? pattern
        : throw FlowErrors.Invalid($"The format '{format}' of DATETIME may hold YYYY, MM, dd, HH, mm, ss and the separators _ - . only.");

    [GeneratedRegex(@"%(?<name>[A-Z_]+)(\((?<format>[^)%]*)\))?%")]
    private static partial Regex Macro();

    [GeneratedRegex(@"^(yyyy|MM|dd|HH|mm|ss|[_\-.])+$")]
    private static partial Regex Pattern();
}
