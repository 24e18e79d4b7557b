using System.IO.Enumeration;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// The files that the path of a source means: one file, a folder, or those of a folder whose names fit, such as
/// <c>scores/*premium*.csv</c>.
/// </summary>
/// <param name="Prefix">What all names begin with.</param>
/// <param name="Name">The pattern of the last part of the names; null when all count.</param>
internal sealed record FilePattern(string Prefix, string? Name)
{
    private const char Wildcard = '*';

    /// <param name="path">The path, without the container.</param>
    /// <param name="isFile">Whether it is said to be a file.</param>
    public static FilePattern Of(string path, bool isFile)
    {
        string trimmed = path.Trim('/');
        int slash = trimmed.LastIndexOf('/');
        if (trimmed.AsSpan(slash + 1).Contains(Wildcard))
            return new FilePattern(trimmed[..(slash + 1)], trimmed[(slash + 1)..]);
        return isFile ? new FilePattern(trimmed[..(slash + 1)], trimmed[(slash + 1)..])
            : new FilePattern(trimmed.Length == 0 ? "" : trimmed + "/", null);
    }

    /// <param name="file">The name of a file that begins with the prefix.</param>
    /// <param name="recursive">Whether files of the folders below count.</param>
    public bool Matches(string file, bool recursive)
    {
        ReadOnlySpan<char> below = file.AsSpan(Prefix.Length);
        int slash = below.LastIndexOf('/');
        return (recursive || slash < 0)
            && (Name is null || FileSystemName.MatchesSimpleExpression(Name, below[(slash + 1)..], ignoreCase: false));
    }
}
