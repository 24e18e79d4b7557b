using System.Text;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Tests.Sql.Conformance;
using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Emulator.Tests.Sql.Functions;

/// <summary>
/// The functions that Adobe documents, against the conformance statements: each is either in one that has a result, or in one that is
/// refused as not supported. The table of docs/emulator-sql-functions.md is made of this; with the variable UPDATE_DOCS set, the test
/// writes it.
/// </summary>
public sealed class DocumentedFunctionTests
{
    private const string NotSupported = "!0A000";

    [Fact]
    public void Each_documented_function_has_a_statement_that_shows_what_it_does()
    {
        string[] untried =
            [.. Documented().SelectMany(group => group.Functions).Where(function => !Works(function) && !IsRefused(function))];
        Assert.True(untried.Length == 0, $"no statement: {string.Join(", ", untried)}");
    }

    [Fact]
    public void The_table_in_the_documentation_says_which_work()
    {
        string file = Path.Combine(RepositoryFolder.Path, "docs", "emulator-sql-functions.md"), table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is not null)
            File.WriteAllText(file, table);
        Assert.Equal(table, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Table()
    {
        (string Title, string[] Functions)[] groups = [.. Documented()];
        string[] all = [.. groups.SelectMany(group => group.Functions)];
        var text = new StringBuilder();
        text.Append("# Functions of Spark SQL on the local platform\n\n");
        int working = all.Count(Works);
        text.Append(
            $"Of the {all.Length} functions that Adobe documents for Query Service, {working} work and {all.Length - working} are ");
        text.Append("refused with SQLSTATE 0A000. Each is in a statement of `tests/Aep.Sdk.Emulator.Tests/Sql/Conformance`, whose ");
        text.Append("results are those of the references; a test makes this table of them.\n");
        text.Append("Functions that the page does not name, but Spark has, are there as well: the statements show them.\n\n");
        text.Append("| | Work | Refused |\n|---|---|---|\n");
        foreach ((string title, string[] functions) in groups)
            text.Append($"| {title} | {List(functions.Where(Works))} | {List(functions.Where(name => !Works(name)))} |\n");
        return text.ToString();
    }

    private static string List(IEnumerable<string> functions) => string.Join(", ", functions.Select(function => $"`{function}`"));

    private static bool Works(string function) => Calls(function).Any(statement => !statement.Expected.StartsWith('!'));

    private static bool IsRefused(string function) => Calls(function).Any(statement => statement.Expected == NotSupported);

    // Some are written without parentheses.
    private static IEnumerable<(string Sql, string Expected)> Calls(string function)
    {
        string end = function.StartsWith("current_", StringComparison.Ordinal) ? @"\b" : @"\s*\(";
        var call = new Regex($@"(?<![\w.]){function}{end}", RegexOptions.IgnoreCase);
        return Statements.Where(statement => call.IsMatch(statement.Sql));
    }

    private static readonly (string Sql, string Expected)[] Statements =
        [.. ConformanceTests.Statements().Select(row => ((string)row[1], (string)row[2]))];

    private static IEnumerable<(string Title, string[] Functions)> Documented()
    {
        using var reader =
            new StreamReader(typeof(DocumentedFunctionTests).Assembly.GetManifestResourceStream("documented-functions.txt")!);
        string[] lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        foreach (string line in lines.Where(line => line.Contains(": ") && !line.StartsWith('#')))
        {
            string[] parts = line.Split(": ");
            yield return (parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
