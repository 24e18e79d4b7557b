using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>References to the groups of a regular expression in a replacement: <c>$1</c> in Java, <c>\1</c> in the engine.</summary>
internal static partial class GroupReference
{
    public static string Translate(string replacement) => Dollar().Replace(replacement.Replace("\\", "\\\\"), "\\$1");

    [GeneratedRegex(@"\$(\d)")]
    private static partial Regex Dollar();
}
