namespace Aep.Sdk.TestSupport;

/// <summary>A page of Adobe's about PQL: what it documents, and the examples that show it.</summary>
internal sealed record DocumentedPage(
    string Title, string Name, IReadOnlyList<string> Functions, IReadOnlyList<DocumentedExample> Examples)
{
    private const char Mark = '`';

    /// <summary>Reads documented-examples.txt, which the test projects embed.</summary>
    public static IReadOnlyList<DocumentedPage> ReadAll()
    {
        using Stream stream = typeof(DocumentedPage).Assembly.GetManifestResourceStream("documented-examples.txt")!;
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return [.. text.Split("\n## ").Skip(1).Select(Read)];
    }

    private static DocumentedPage Read(string section)
    {
        string[] lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int name = lines[0].LastIndexOf(" (", StringComparison.Ordinal), end = lines[0].IndexOf("): ", StringComparison.Ordinal);
        return new DocumentedPage(
            lines[0][..name], lines[0][(name + 2)..end], lines[0][(end + 3)..].Split(' '), [.. lines.Skip(1).Select(Example)]);
    }

    private static DocumentedExample Example(string line)
    {
        string[] parts = line.Split('\t');
        return new DocumentedExample(parts[0], parts[1].Replace($"{Mark}", ""), bool.Parse(parts[2]), parts[1].Contains(Mark));
    }
}
