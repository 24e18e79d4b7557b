using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>The rules that show each documented function of PQL.</summary>
public sealed class PqlDocumentedExamplesTests
{
    public static TheoryData<string> Rules =>
        [.. DocumentedPage.ReadAll().SelectMany(page => page.Examples).Select(example => example.Rule).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void They_are_sent_as_they_are_and_written_so_that_they_read_the_same(string rule)
    {
        Assert.Equal(rule, Pql.Text(rule).Value);
        string written = Pql.ToText(Pql.Unchecked(rule)).Value!;
        Assert.Equal(written, Pql.ToText(Pql.Text(written)).Value);
        Assert.Equal(PqlFields.Of(Pql.Text(rule)).Paths, PqlFields.Of(Pql.Text(written)).Paths);
    }
}
