using Aep.Sdk.Queries;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

public sealed class MembersTests(People people) : IClassFixture<People>
{
    private static readonly string[] Fields = ["_aeplocal.userid", "_aeplocal.score"];

    [Fact]
    public async Task The_members_are_those_who_satisfy_the_rule_and_nothing_is_left_behind()
    {
        Segment segment = await people.EvaluateAsync("Upper half", Pql.Attribute("_aeplocal.score").Between(0.5, 0.89).ToExpression());
        List<(string User, double Score)> members =
            await people.Aep.Segmentation.GetMembersAsync(segment.Id, Fields, Member).OrderBy(member => member.Score).ToListAsync();
        Assert.Equal(Enumerable.Range(50, 40).Select(number => ($"user-{number}", number / 100.0)), members);
        Assert.DoesNotContain(await people.Aep.Datasets.ListAsync().ToListAsync(),
            dataset => dataset.Name.StartsWith("Members of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_stops_reading_leaves_nothing_behind_either()
    {
        Segment segment = await people.EvaluateAsync("Everybody", Pql.Attribute("_aeplocal.score").AtLeast(0).ToExpression());
        await foreach ((string user, _) in people.Aep.Segmentation.GetMembersAsync(segment.Id, Fields, Member))
        {
            Assert.StartsWith("user-", user);
            break;
        }

        Assert.DoesNotContain(
            await people.Aep.Datasets.ListAsync().ToListAsync(), dataset => dataset.Name.Contains(segment.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_export_leaves_no_dataset()
    {
        await Assert.ThrowsAnyAsync<AepException>(
            async () => await people.Aep.Segmentation.GetMembersAsync("no-such-segment", Fields, Member).ToListAsync());
        Assert.DoesNotContain(await people.Aep.Datasets.ListAsync().ToListAsync(),
            dataset => dataset.Name.Contains("no-such-segment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_that_would_name_one_column_twice_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await people.Aep.Segmentation.GetMembersAsync("s", ["a.id", "b.id"], Member).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await people.Aep.Segmentation.GetMembersAsync("s", [], Member).ToListAsync());
    }

    private static (string User, double Score) Member(QueryRow row) => (row.Get<string>("userid")!, row.Get<double>("score"));
}
