using Aep.Sdk.Tests;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Input that cannot be right gets an error that says what, where and what to do, and leaves nothing half created.</summary>
public sealed class BadInputTests(BadInputTable table) : IClassFixture<BadInputTable>
{
    public static TheoryData<string> Cases => [.. BadCase.All.Select(bad => bad.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnErrorSaysWhatAndWhereAndNothingIsLeft(string name)
    {
        BadOutcome outcome = table.Outcomes.Single(outcome => outcome.Case.ToString() == name);
        Assert.True(outcome.Error is not null, "it was taken");
        Assert.True(outcome.Error is AepException or ArgumentException, $"it is a {outcome.Error.GetType().Name}: {outcome.Error.Message}");
        Assert.Contains(outcome.Case.Says, outcome.Said);
        Assert.Equal(outcome.Before, outcome.After);
    }

    [Fact]
    public void ThereAreEnoughOfThemAndEachIsAnother()
    {
        Assert.True(BadCase.All.Count >= 40);
        Assert.Equal(BadCase.All.Count, BadCase.All.Select(bad => bad.ToString()).Distinct().Count());
    }

    [Fact]
    public void ThePageShowsThisTable() => GeneratedPage.Check("docs/bad-input.md", "bad-input", table.ToMarkdown());
}
