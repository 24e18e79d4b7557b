using System.IO.Enumeration;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>Paths with <c>*</c> for any characters.</summary>
internal static class PathPattern
{
    public static bool IsMatch(string pattern, string path) => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);
}
