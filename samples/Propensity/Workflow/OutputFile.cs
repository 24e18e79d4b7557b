namespace Propensity.Workflow;

/// <summary>Files that a run writes where it was told to.</summary>
public static class OutputFile
{
    /// <summary>Opens a text file for writing; makes its folder.</summary>
    public static StreamWriter Create(string path) => new(InItsFolder(path));

    /// <summary>The path of a file whose folder is there, made if need be.</summary>
    public static string InItsFolder(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return path;
    }
}
