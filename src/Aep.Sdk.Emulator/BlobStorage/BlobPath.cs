namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The path of a blob's file below its container's folder.</summary>
internal static class BlobPath
{
    // File systems take names of 255 bytes, and escaped a blob's takes more than its letters. Nothing that is escaped ends with %.
    private const int Longest = 200;
    private const string GoesOn = "%";

    /// <summary>
    /// The folders and the file: every part between slashes is escaped, dots too where they are all there is, so that no name leads out of
    /// the container; one that is too long for a file goes on in a folder.
    /// </summary>
    public static IEnumerable<string> Of(string name) => name.Split('/').SelectMany(Parts);

    /// <summary>The name of the blob that a file below a folder is.</summary>
    public static string NameOf(string folder, string file)
    {
        char separator = Path.DirectorySeparatorChar;
        string path = Path.GetRelativePath(folder, file).Replace(GoesOn + separator, "", StringComparison.Ordinal);
        return string.Join('/', path.Split(separator).Select(Uri.UnescapeDataString));
    }

    private static IEnumerable<string> Parts(string segment)
    {
        string escaped = segment is "." or ".." ? segment.Replace(".", "%2E") : Uri.EscapeDataString(segment);
        for (; escaped.Length > Longest; escaped = escaped[Longest..])
            yield return escaped[..Longest] + GoesOn;
        yield return escaped;
    }
}
