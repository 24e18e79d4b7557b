using System.Runtime.CompilerServices;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>
/// Where Adobe's OpenAPI files are. They are not part of the repository: without them the table of operations in it stands in their place.
/// </summary>
internal static class SpecificationFolder
{
    private const string Variable = "AEP_OPENAPI";

    /// <summary>The folder, or null where there is none.</summary>
    public static string? Path { get; } = Find();

    public static string Root { get; } = FindRoot();

    private static string? Find()
    {
        string folder = Environment.GetEnvironmentVariable(Variable)
            ?? System.IO.Path.Combine(FindRoot(), "..", "shared", "reference", "openapi");
        return Directory.Exists(folder) ? folder : null;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
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
