using System.Runtime.CompilerServices;

namespace Aep.Sdk.TestSupport;

/// <summary>The folder of the repository that a test was built from: where the pages are that tests read and make.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder of Aep.Sdk.sln.</summary>
    public static string Path { get; } = Find();

    private static string Find([CallerFilePath] string thisFile = "")
    {
        // A deterministic build maps source paths away; then the folder of the test binary leads there.
        string start = File.Exists(thisFile) ? System.IO.Path.GetDirectoryName(thisFile)! : AppContext.BaseDirectory;
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Aep.Sdk.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"Aep.Sdk.sln is in no folder above {start}.");
    }
}
