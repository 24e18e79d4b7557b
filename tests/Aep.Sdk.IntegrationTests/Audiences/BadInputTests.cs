using Aep.Sdk.Governance;
using Aep.Sdk.Profiles;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Wrong input, refused here or by the platform: the error says what is wrong.</summary>
public sealed class BadInputTests(People people) : IClassFixture<People>
{
    [Theory]
    [InlineData("_aeplocal.scoer > 0.5", "_aeplocal.scoer is not in the union schema")]
    [InlineData("_aeplocal.score = \"high\"", "number")]
    [InlineData("_aeplocal.userid > 3", "text")]
    [InlineData("_aeplocal.score.startsWith(\"a\")", "number")]
    [InlineData("_aeplocal.score occurs today", "occurs needs a time")]
    [InlineData("_aeplocal.userid.shout()", "The function shout() is not known")]
    [InlineData("inSegment(\"nobody\")", "there is no such segment")]
    [InlineData("exists X from xEvent where (X.nothing = 1)", "X.nothing is not in the union schema")]
    public async Task A_rule_that_the_platform_does_not_understand_is_refused_by_it(string rule, string says)
    {
        AepRequestException refused = await Assert.ThrowsAnyAsync<AepRequestException>(
            () => people.Aep.Segmentation.CreateAsync(new SegmentDefinition("Wrong", Pql.Text(rule))));
        Assert.Equal(400, (int?)refused.Status);
        Assert.Contains(says, refused.Message);
    }

    [Theory]
    [InlineData("_aeplocal.score > \"a", "does not end")]
    [InlineData("_aeplocal.userid = 'a'", "double quotes")]
    [InlineData("_aeplocal.score == 1", "Write =")]
    [InlineData("_aeplocal.score > 0.2 && a = 1", "Write and")]
    [InlineData("(_aeplocal.score > 1", "must be closed")]
    [InlineData("_aeplocal.score >", "A value is expected")]
    [InlineData("_aeplocal.score between 1 and 2", ">= low")]
    [InlineData("_aeplocal.score is null", "isNull()")]
    [InlineData("", "expression")]
    public void Text_that_is_no_rule_is_not_sent(string rule, string says) =>
        Assert.Contains(says, Assert.ThrowsAny<Exception>(() => Pql.Text(rule)).Message);

    public static IEnumerable<object[]> Calls => Wrong.Select(call => new object[] { call.Key, call.Value.Says });

    // What is wrong, what the error says, and the call.
    private static Dictionary<string, (string Says, Func<AepClient, Task> Call)> Wrong { get; } = new()
    {
        ["no segment in a job"] = ("at least one segment", aep => aep.Segmentation.EvaluateAsync([])),
        ["too many segments in a job"] = ("between 1 and 1500",
            aep => aep.Segmentation.EvaluateAsync([.. Enumerable.Range(0, 1501).Select(id => $"{id}")])),
        ["a segment that is not there"] = ("404", aep => aep.Segmentation.EvaluateAsync("nobody")),
        ["an empty segment id"] = ("segmentId", aep => aep.Segmentation.GetAsync("")),
        ["too many ids at once"] = ("these are 101", aep => aep.Segmentation.GetManyAsync(Enumerable.Range(0, 101).Select(id => $"{id}"))),
        ["no ids"] = ("at least one id", aep => aep.Segmentation.Audiences.GetManyAsync([])),
        ["a schedule that is no cron expression"] = ("cron",
            aep => aep.Segmentation.Schedules.CreateAsync(new SegmentScheduleDefinition("x", "every day"))),
        ["an export to no dataset"] =
            ("dataset 0 does not exist", aep => aep.Segmentation.Exports.StartAsync(new ProfileExportDefinition("0"))),
        ["an unknown namespace"] = ("namespace Nowhere", aep => aep.Profiles.GetAsync("Nowhere", "1")),
        ["a look-up of nobody"] = ("at least one identity", aep => aep.Profiles.LookUpAsync([])),
        ["an ECID that is none"] = ("38", _ => Task.FromResult(Aep.Sdk.Identities.Ecid.Parse("12"))),
        ["an estimate of an unknown attribute"] = ("not in the union schema",
            aep => aep.Segmentation.EstimateAsync(Pql.Text("_aeplocal.scoer > 1"))),
        ["an unknown marketing action"] =
            ("dance", aep => aep.Governance.EvaluateLabelsAsync(MarketingActionReference.Core("dance"), ["C1"])),
        ["the deletion of what no dataset has brought"] = ("0", aep => aep.Profiles.Deletions.StartAsync("0")),
        ["a sandbox that is not there"] = ("404", aep => aep.Sandboxes.GetAsync("nowhere")),
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_wrong_call_says_what_is_wrong(string what, string says)
    {
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => Wrong[what].Call(people.Aep));
        Assert.True(refused is AepException or ArgumentException or FormatException, $"{refused}");
        Assert.Contains(says, refused.Message);
    }
}
