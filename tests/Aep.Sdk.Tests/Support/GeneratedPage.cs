using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Tests;

/// <summary>
/// A part of a page that a test makes, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>. With the environment variable
/// UPDATE_PAGES=1 the test writes it; without, it compares.
/// </summary>
internal static class GeneratedPage
{
    public static void Check(string page, string name, string content)
    {
        string path = Path.Combine(RepositoryFolder.Path, page);
        string text = File.ReadAllText(path), open = $"<!-- {name} -->\n", close = $"<!-- /{name} -->";
        int from = text.IndexOf(open, StringComparison.Ordinal) + open.Length, to = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(from >= open.Length && to >= from, $"{page} has no place for {name}");
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
            File.WriteAllText(path, text[..from] + content + text[to..]);
        else
            Assert.Equal(content, text[from..to]);
    }
}
