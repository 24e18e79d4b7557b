using System.Text;
using System.Text.RegularExpressions;
using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>
/// What Adobe's pages about PQL document, against the rules of <see cref="PqlDocumentedExamplesTests"/>: nothing is left without one. The
/// page docs/emulator-pql-functions.md is made of this; with the variable UPDATE_DOCS set, the test writes it.
/// </summary>
public sealed class PqlDocumentedFunctionTests
{
    // Words of the language, not functions with a section of their own.
    private const string Overview = "overview";

    private static readonly IReadOnlyList<DocumentedPage> Pages = DocumentedPage.ReadAll();

    [Fact]
    public void Each_function_has_rules_that_use_it()
    {
        foreach (DocumentedPage page in Pages)
        {
            string[] shown = [.. page.Examples.Where(example => Uses(example.Rule, example.Function)).Select(example => example.Function)];
            string[] astray = [.. page.Examples.Select(example => example.Function).Except(page.Functions)];
            Assert.Empty(page.Functions.Except(shown));
            Assert.True(astray.Length == 0, $"{page.Name} does not document {string.Join(", ", astray)}");
        }
    }

    [Fact]
    public void Each_function_has_the_example_of_its_page()
    {
        foreach (DocumentedPage page in Pages.Where(page => page.Name != Overview))
        {
            // These two stand in the formats of the page and have no example of their own.
            string[] inFormatsAlone = page.Name == "logical-quantifiers" ? ["where", ":"] : [];
            string[] own = [.. page.Examples.Where(example => example.IsOfThePage).Select(example => example.Function)];
            Assert.Empty(page.Functions.Except(own).Except(inFormatsAlone));
        }
    }

    [Fact]
    public void The_page_in_the_documentation_lists_them()
    {
        string file = Path.Combine(RepositoryFolder.Path, "docs", "emulator-pql-functions.md"), page = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is not null)
            File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        int functions = Pages.Sum(page => page.Functions.Count), rules = Pages.Sum(page => page.Examples.Count);
        var text = new StringBuilder();
        text.Append("# Functions of PQL on the local platform\n\n");
        text.Append(
            $"Adobe's pages about the Profile Query Language document {functions} functions, operators and words. All of them work: ");
        text.Append(
            $"{rules} rules in `tests/Shared/Pql/documented-examples.txt` show them, among them the example of each page, and are ");
        text.Append("evaluated as text and through both conversions. The SDK reads the same rules. A test makes this page of them.\n\n");
        text.Append(
            "Beyond these pages, `CHAIN`, `inSegment` and `mapEntry` work as the pages about segments and computed attributes have ");
        text.Append("them. Any other function is refused with its name and place.\n\n");
        text.Append("| Page | Functions, operators and words | Rules |\n|---|---|---|\n");
        foreach (DocumentedPage page in Pages)
            text.Append($"| {page.Title} | {List(page)} | {page.Examples.Count} |\n");
        return text.ToString();
    }

    private static string List(DocumentedPage page) => string.Join(", ", page.Functions.Select(function => $"`{function}`"));

    // Two signs stand around something; a unit of time may stand in the plural.
    private static bool Uses(string rule, string function) => function switch
    {
        "[]" or "\"\"" => rule.Contains(function[0]) && rule.Contains(function[1]),
        _ when char.IsLetter(function[0]) => Regex.IsMatch(rule, $@"\b{function}s?\b"),
        _ => rule.Contains(function, StringComparison.Ordinal),
    };
}
