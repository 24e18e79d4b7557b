namespace Docs.Tests;

/// <summary>A fenced C# block of a page. <see cref="Line"/> is the line of its first code line, counted from 1.</summary>
public sealed record CodeBlock(string Page, int Line, string Code)
{
    private const string Fence = "```";
    private static readonly string[] Languages = ["csharp", "cs", "c#"];

    /// <summary>All C# blocks of a page, in order.</summary>
    public static IEnumerable<CodeBlock> In(string page, string markdown)
    {
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
                continue;
            bool isCSharp = Languages.Contains(line[Fence.Length..].Trim(), StringComparer.OrdinalIgnoreCase);
            int start = ++i;
            while (i < lines.Length && lines[i].Trim() != Fence)
                i++;
            if (isCSharp)
                yield return new CodeBlock(page, start + 1, string.Join('\n', lines[start..i]));
        }
    }

    public override string ToString() => $"{Page}:{Line}";
}
