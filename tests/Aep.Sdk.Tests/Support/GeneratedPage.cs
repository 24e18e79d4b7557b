using System.Runtime.CompilerServices;

namespace Aep.Sdk.Tests;

/// <summary>
/// A part of a page that a test makes, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>. With the environment variable
/// UPDATE_PAGES=1 the test writes it; without, it compares.
/// </summary>
internal static class GeneratedPage
{
    public static void Check(string page, string name, string content)
    {
        string path = Path.Combine(Root(), page);
        string text = File.ReadAllText(path), open = $"<!-- {name} -->\n", close = $"<!-- /{name} -->";
        int from = text.IndexOf(open, StringComparison.Ordinal) + open.Length, to = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(from >= open.Length && to >= from, $"{page} has no place for {name}");
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
            File.WriteAllText(path, text[..from] + content + text[to..]);
        else
            Assert.Equal(content, text[from..to]);
    }

    private static string Root([CallerFilePath] string thisFile = "")
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
