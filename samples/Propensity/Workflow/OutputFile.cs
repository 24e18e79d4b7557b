namespace Propensity.Workflow;

/// <summary>Files that a run writes where it was told to.</summary>
public static class OutputFile
{
    /// <summary>Opens a text file for writing; makes its folder.</summary>
    public static StreamWriter Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new StreamWriter(path);
    }
}
