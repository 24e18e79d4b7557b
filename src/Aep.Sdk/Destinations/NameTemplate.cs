using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Destinations;

/// <summary>
/// What must hold in the names of exported files and folders. Experience Platform would say so only when the first export fails.
/// </summary>
internal static partial class NameTemplate
{
    private const int LongestName = 255;

    /// <summary>The name that files of audiences have by default.</summary>
    public static string DefaultFile { get; } = $"{NameMacro.Destination}_{NameMacro.SegmentId}_{NameMacro.DateTime()}";

    private static readonly NameMacro[] Common =
    [
        NameMacro.Destination, NameMacro.DestinationName, NameMacro.DestinationInstanceId, NameMacro.DestinationInstanceName,
        NameMacro.OrganizationName, NameMacro.SandboxName, NameMacro.Timestamp,
    ];

    private static readonly NameMacro[] OfFiles = [.. Common, NameMacro.SegmentId, NameMacro.SegmentName];
    private static readonly NameMacro[] OfFolders = [.. Common, NameMacro.DatasetId, NameMacro.DatasetName, NameMacro.ExportTime];

    /// <summary>The name of an audience's files.</summary>
    /// <exception cref="ArgumentException">It cannot be one.</exception>
    public static string File(string template, [CallerMemberName] string name = "")
    {
        string text = Check(template, OfFiles, name);
        if (text.AsSpan().IndexOfAny('/', '\\') >= 0)
            throw new ArgumentException($"\"{template}\" names a folder: the folder is the destination's path.", name);
        // Without it the files of two audiences in a folder, or of two exports, take each other's place.
        return template.Contains(NameMacro.SegmentId.Text, StringComparison.Ordinal)
            ? template
            : throw new ArgumentException(
                $"\"{template}\" lacks {NameMacro.SegmentId}: audiences that are exported to one folder would overwrite each other's "
                    + "files.",
                name);
    }

    /// <summary>The folder of a dataset's files, below the destination's path.</summary>
    /// <exception cref="ArgumentException">It cannot be one.</exception>
    public static string Folder(string template, [CallerMemberName] string name = "")
    {
        Check(template, OfFolders, name);
        string? bad = template.Trim('/').Split('/', '\\').FirstOrDefault(folder => folder is "" or "." or "..");
        return bad is null
            ? template
            : throw new ArgumentException($"\"{template}\" has the folder \"{bad}\", which is no name.", name);
    }

    /// <exception cref="ArgumentException">The format of a time has something that it may not have.</exception>
    public static void CheckFormat(string format, string name)
    {
        if (!Format().IsMatch(format))
            throw new ArgumentException(
                $"The format \"{format}\" of a time in a name may have YYYY, MM, dd, HH, mm, ss and the separators _ - . only.", name);
    }

    /// <returns>The template's text without its macros.</returns>
    private static string Check(string template, NameMacro[] known, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(template, name);
        bool hasDate = false, hasTimestamp = false;
        string text = Macro().Replace(template, match =>
        {
            if (match.Groups["format"] is { Success: true } format) CheckFormat(format.Value, name);
            bool isDate = match.Groups["macro"].Value == "DATETIME";
            if (!isDate && !known.Contains(new NameMacro(match.Value)))
                throw new ArgumentException(
                    $"{match.Value} in \"{template}\" is not a macro of this name. There are %DATETIME(…)%, {string.Join(", ", known)}.",
                    name);
            hasDate |= isDate;
            hasTimestamp |= match.Value == NameMacro.Timestamp.Text;
            return "";
        });
        if (hasDate && hasTimestamp)
            throw new ArgumentException($"\"{template}\" has %DATETIME(…)% and {NameMacro.Timestamp}, of which a name has one.", name);
        if (text.Contains('%', StringComparison.Ordinal))
            throw new ArgumentException(
                $"\"{template}\" has a percent sign that belongs to no macro. A macro is written as in {NameMacro.Destination}.", name);
        if (text.Any(char.IsControl)) throw new ArgumentException($"\"{template}\" has a control character.", name);
        return text.Length <= LongestName
            ? text
            : throw new ArgumentException($"\"{template}\" has more than {LongestName} characters of text.", name);
    }

    [GeneratedRegex(@"%(?<macro>[A-Z][A-Z_]*)(\((?<format>[^)%]*)\))?%", RegexOptions.CultureInvariant)]
    private static partial Regex Macro();

    [GeneratedRegex(@"^(YYYY|yyyy|MM|DD|dd|HH|mm|ss|[_\-.])+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();
}
