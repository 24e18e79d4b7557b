using Aep.Sdk.TestSupport;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>
/// Where Adobe's OpenAPI files are. They are not part of the repository: without them the table of operations in it stands in their place.
/// </summary>
internal static class SpecificationFolder
{
    private const string Variable = "AEP_OPENAPI";

    /// <summary>The folder, or null where there is none.</summary>
    public static string? Path { get; } = Find();

    public static string Root => RepositoryFolder.Path;

    private static string? Find()
    {
        string folder = Environment.GetEnvironmentVariable(Variable)
            ?? System.IO.Path.Combine(Root, "..", "shared", "reference", "openapi");
        return Directory.Exists(folder) ? folder : null;
    }
}
