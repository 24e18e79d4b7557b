using System.Text.RegularExpressions;

namespace Docs.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages.Select(Repository.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        IEnumerable<string> broken = Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
