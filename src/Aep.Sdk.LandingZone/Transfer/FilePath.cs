namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>Paths of files in a landing zone and on the disk. None leads out of its folder.</summary>
internal static class FilePath
{
    /// <summary>A path as the storage has it.</summary>
    /// <exception cref="ArgumentException">It is empty, ends in a slash or has a part that leads elsewhere.</exception>
    public static string Clean(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string clean = path.TrimStart('/');
        return clean.Length > 0 && clean.Split('/').All(IsName)
            ? clean
            : throw new ArgumentException(
                $"\"{path}\" is no path of a file: it ends in a slash, or has an empty part, \".\" or \"..\".", nameof(path));
    }

    /// <summary>Where a file of the landing zone goes below a folder of the disk.</summary>
    /// <exception cref="AepException">Its name would lead out of the folder.</exception>
    public static string Local(string folder, string relative)
    {
        string root = Path.GetFullPath(folder);
        string local = Path.GetFullPath(Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar)));
        return relative.Split('/').All(IsName) && local.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? local
            : throw new AepException(
                $"The landing zone has a file named \"{relative}\", which would be written outside the folder {folder}. Nothing was "
                    + "written for it.");
    }

    private static bool IsName(string part) =>
        part.Length > 0 && part is not ("." or "..") && !part.Contains('\\', StringComparison.Ordinal);
}
