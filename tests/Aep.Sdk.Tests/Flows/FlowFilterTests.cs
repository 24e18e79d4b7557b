using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowFilterTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowFilterTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task ConditionsAndOrderAreOnTheWire()
    {
        _wire.On("GET", $"{Root}/flows", """{"items":[]}""");
        FlowFilter filter = FlowFilter.State(FlowState.Enabled).And(FlowFilter.CreatedSince(DateTimeOffset.FromUnixTimeMilliseconds(1234)))
            .OrderBy("createdAt", descending: true);

        Assert.Empty(await _flows.ListAsync(filter).ToListAsync());

        Assert.Equal(["state==enabled", "createdAt>=1234"], _wire.Requests[0].Query!["property"]);
        Assert.Equal("-createdAt", Wire.Query(_wire.Requests[0], "orderby"));
    }

    [Fact]
    public async Task WithoutAFilterNothingIsSent()
    {
        _wire.On("GET", $"{Root}/targetConnections", """{"items":[]}""");
        Assert.Empty(await _flows.TargetConnections.ListAsync().ToListAsync());
        Assert.True(_wire.Requests[0].Query is null or { Count: 0 });
    }

    [Fact]
    public void AValueThatWouldEndTheConditionIsRefused() => Assert.Throws<ArgumentException>(() => FlowFilter.Name("a,state==disabled"));

    [Theory]
    [InlineData(15, "minute", "15")]
    [InlineData(90, "minute", "90")]
    [InlineData(120, "hour", "2")]
    [InlineData(1440, "day", "1")]
    [InlineData(10080, "week", "1")]
    public void SchedulesOfSourcesAreInTheGreatestUnit(int minutes, string frequency, string interval)
    {
        FlowSchedule schedule = FlowSchedule.Source(TimeSpan.FromMinutes(minutes), DateTimeOffset.FromUnixTimeSeconds(7));
        Assert.Equal($$"""{"startTime":7,"frequency":"{{frequency}}","interval":"{{interval}}"}""", schedule.ToParams().ToJsonString());
        Assert.Equal((TimeSpan.FromMinutes(minutes), 7L), (schedule.Interval, schedule.StartTime!.Value.ToUnixTimeSeconds()));
    }

    [Fact]
    public void SchedulesUnderTheMinimumAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowSchedule.Source(TimeSpan.FromMinutes(14), DateTimeOffset.UnixEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowSchedule.Source(TimeSpan.FromSeconds(1000), DateTimeOffset.UnixEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowSchedule.Export(TimeSpan.FromHours(2), DateTimeOffset.UnixEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowSchedule.Export(TimeSpan.FromHours(5), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void SchedulesOfExportsSayWhatEachExportHolds()
    {
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        FlowSchedule thrice = FlowSchedule.Export(TimeSpan.FromHours(3), start, start.AddSeconds(9)), once = FlowSchedule.ExportOnce(start);

        Assert.Equal("""{"exportMode":"FIRST_FULL_THEN_INCREMENTAL","interval":3,"timeUnit":"hour","startTime":0,"endTime":9}""",
            thrice.ToParams().ToJsonString());
        Assert.Equal((TimeSpan.FromHours(3), false, FlowExportMode.Incremental, start.AddSeconds(9)),
            (thrice.Interval, thrice.IsOnce, thrice.ExportMode, thrice.EndTime));
        Assert.Equal("""{"exportMode":"FIRST_FULL_THEN_INCREMENTAL","interval":1,"timeUnit":"day","startTime":0}""",
            FlowSchedule.Export(TimeSpan.FromHours(24), start).ToParams().ToJsonString());
        Assert.Equal("""{"exportMode":"DAILY_FULL_EXPORT","interval":0,"timeUnit":"day","startTime":0}""", once.ToParams().ToJsonString());
        Assert.Equal((null, true, FlowExportMode.Full, null), (once.Interval, once.IsOnce, once.ExportMode, once.EndTime));
        Assert.Throws<ArgumentException>(() => FlowSchedule.Export(TimeSpan.FromHours(3), start, start));
    }
}
