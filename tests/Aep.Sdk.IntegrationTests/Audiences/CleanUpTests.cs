using Aep.Sdk.CleanUp;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Segments whose rules ask for each other's members go in the order in which the platform lets them go.</summary>
public sealed class CleanUpTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task A_segment_goes_after_those_that_are_made_of_it()
    {
        SegmentationClient segmentation = platform.Aep.Segmentation;
        async Task<Segment> AddAsync(string name, string rule) =>
            await segmentation.CreateAsync(new SegmentDefinition(name, Pql.Text(rule)));
        Segment first = await AddAsync("Chain first", "true");
        Segment second = await AddAsync("Chain second", $"inSegment(\"{first.Id}\")");
        await AddAsync("Chain third", $"inSegment(\"{second.Id}\") and inSegment(\"{first.Id}\")");
        Segment other = await AddAsync("Of somebody else", "true");

        CleanUpPlan plan = await platform.Aep.CleanUp.PlanAsync(CleanUpSelection.StartingWith("Chain "));
        Assert.Equal(["Chain third", "Chain second", "Chain first"], plan.Items.Select(item => item.Name));
        await platform.Aep.CleanUp.RunAsync(plan);
        Assert.Equal([other.Id], await segmentation.ListAsync().Select(segment => segment.Id).ToListAsync());
    }
}
