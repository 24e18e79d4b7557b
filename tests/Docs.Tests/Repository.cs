using System.Runtime.CompilerServices;

namespace Docs.Tests;

/// <summary>The pages of the repository that this test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        // A deterministic build maps source paths away; then the folder of the test binary leads there.
        string start = File.Exists(thisFile) ? Path.GetDirectoryName(thisFile)! : AppContext.BaseDirectory;
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Aep.Sdk.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"Aep.Sdk.sln is in no folder above {start}.");
    }
}
