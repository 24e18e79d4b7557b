using Aep.Sdk.TestSupport;

namespace Docs.Tests;

/// <summary>The pages of the repository that this test was built from.</summary>
internal static class Repository
{
    public static string Root => RepositoryFolder.Path;

    public static IEnumerable<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(package => Path.Combine(package, "README.md")),
        Path.Combine(Root, "README.md"),
    ];

    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');
}
