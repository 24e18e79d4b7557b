using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

public sealed class QuerySchedulesTests : IDisposable
{
    private const string Root = "/data/foundation/query/schedules";
    private const string Registered =
        """{"id":"s1","state":"REGISTERING","query":{"dbName":"dev:all","sql":"SELECT 1"},"schedule":{"schedule":"30 6 * * *","startDate":"2026-03-02T00:00:00.000Z","maxActiveRuns":1},"new":1}""";

    private readonly Wire _wire = new();
    private readonly QuerySchedulesClient _schedules;

    public QuerySchedulesTests() => _schedules = new QueriesClient(_wire.Pipeline).Schedules;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AScheduleIsCreated()
    {
        _wire.On("POST", Root, (202, Registered));
        var definition = new QueryScheduleDefinition(
            new QueryDefinition($"SELECT 1") { Name = "n" }, CronExpression.Daily(new TimeOnly(6, 30)),
            new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(1)))
        {
            EndDate = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
            MaxActiveRuns = 2,
        };

        QuerySchedule schedule = await _schedules.CreateAsync(definition);

        Assert.Equal(("s1", QueryScheduleState.Registering, "30 6 * * *", "SELECT 1"),
            (schedule.Id, schedule.State, schedule.Timing!.Schedule, schedule.Query!.Sql));
        Assert.Equal(1, schedule.AdditionalProperties["new"].GetInt32());
        Wire.IsJson(
            """{"query":{"dbName":"dev:all","sql":"SELECT 1","name":"n"},"schedule":{"schedule":"30 6 * * *","startDate":"2026-03-02T00:00:00.000Z","endDate":"2026-04-01T00:00:00.000Z","maxActiveRuns":2}}""",
            _wire.Single("POST", Root));
    }

    [Fact]
    public async Task AScheduleRunsOnce()
    {
        _wire.On("POST", Root, (202, Registered));
        await _schedules.CreateAsync(new QueryScheduleDefinition(
            new QueryDefinition($"SELECT 1"), CronExpression.Once, new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)));
        Wire.IsJson(
            """{"query":{"dbName":"dev:all","sql":"SELECT 1"},"schedule":{"schedule":"@once","startDate":"2026-03-02T00:00:00.000Z"}}""",
            _wire.Single("POST", Root));
        Assert.Equal(CronExpression.Once, CronExpression.Parse(" @once "));
    }

    [Fact]
    public async Task SchedulesAreListedOverPagesWhoseLinkIsBare()
    {
        _wire.On(
            "GET", Root,
            """{"schedules":[{"id":"s2","state":"ENABLED","created":"1578523458919"}],"_links":{"next":"https://x/schedules?start=2022-11-01T00:11:08.389Z&limit=10"}}""",
            """{"schedules":[{"id":"s1","state":"DISABLED","updated":"2022-01-06T23:42:15.352Z"}],"_links":{}}""");
        QuerySelection selection = QuerySelection.Where(
            QueryFilter.CreatedAfter(new DateTimeOffset(2017, 4, 5, 13, 30, 0, TimeSpan.Zero)), QueryFilter.Is("userId", "u"))
            with
        { Order = QueryOrder.OldestFirst };

        List<QuerySchedule> schedules = await _schedules.ListAsync(selection).ToListAsync();

        Assert.Equal(["s2", "s1"], schedules.Select(schedule => schedule.Id));
        Assert.Equal(1578523458919, schedules[0].Created!.Value.ToUnixTimeMilliseconds());
        Assert.Equal("created>2017-04-05T13:30:00.000Z", Wire.Query(_wire.Requests[0], "property").Split(',')[0]);
        Assert.Equal("+created", Wire.Query(_wire.Requests[1], "orderby"));
        Assert.Equal("2022-11-01T00:11:08.389Z", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task AScheduleIsChanged()
    {
        _wire.On("PATCH", $"{Root}/s1", (202, """{"message":"Request to patch accepted","statusCode":202}"""))
            .On("DELETE", $"{Root}/s1", (202, "{}"))
            .On("GET", $"{Root}/s1", Registered);
        await _schedules.EnableAsync("s1");
        await _schedules.DisableAsync("s1");
        await _schedules.UpdateAsync("s1", CronExpression.Hourly(45));
        Assert.Equal("s1", (await _schedules.GetAsync("s1")).Id);
        await _schedules.DeleteAsync("s1");

        string[] bodies = [.. _wire.Requests.Where(request => request.Method == "PATCH").Select(request => request.Body!)];
        Assert.Equal(
            ["""{"body":[{"op":"replace","path":"/state","value":"enable"}]}""",
                """{"body":[{"op":"replace","path":"/state","value":"disable"}]}""",
                """{"body":[{"op":"replace","path":"/schedule/schedule","value":"45 * * * *"}]}"""],
            bodies);
        Assert.Equal(1, _wire.Count("DELETE", $"{Root}/s1"));
    }

    [Fact]
    public async Task RunsAreListedTriggeredAndCancelled()
    {
        _wire.On("GET", $"{Root}/s1/runs",
            """{"runsSchedules":[{"id":"r1","state":"SUCCESS","created":"2022-01-21 15:41:00+00:00","externalTrigger":false}],"_links":{}}""")
            .On("POST", $"{Root}/s1/runs", (202, "{}")).On("PATCH", $"{Root}/s1/runs/r1", (202, "{}"));
        QueryScheduleRun run =
            await _schedules.Runs.ListAsync("s1", QuerySelection.Where(
                QueryFilter.Is("externalTrigger", "true"), QueryFilter.InState(QueryScheduleRunState.Success))).SingleAsync();
        await _schedules.Runs.TriggerAsync("s1");
        await _schedules.Runs.CancelAsync("s1", "r1");

        Assert.Equal(new DateTimeOffset(2022, 1, 21, 15, 41, 0, TimeSpan.Zero), run.Created);
        Assert.Equal("externalTrigger==true,state==SUCCESS", Wire.Query(_wire.Requests[0], "property"));
        Wire.IsJson("""{"op":"cancel"}""", _wire.Single("PATCH", $"{Root}/s1/runs/r1"));
    }

    [Fact]
    public async Task ARunIsAwaitedAndSaysWhyItFailed()
    {
        _wire.On(
            "GET", $"{Root}/s1/runs/r1",
            """{"id":"r1","scheduleId":"s1","state":"IN_PROGRESS","taskStatusList":[]}""",
            """{"id":"r1","scheduleId":"s1","state":"FAILED","taskStatusList":[{"taskId":"t","duration":9,"state":"FAILED","message":"Processing Failed","startDate":"2022-06-03 11:03:54.095191+00:00"}]}""");
        var failed =
            await Assert.ThrowsAsync<AepOperationFailedException>(() => _schedules.Runs.GetOperation("s1", "r1").WaitForCompletionAsync());
        Assert.Equal(["t: Processing Failed"], failed.Errors);
    }

    [Fact]
    public async Task ARunHasItsAttempts()
    {
        _wire.On("GET", $"{Root}/s1/runs/r1",
            """{"id":"r1","state":"SUCCESS","taskStatusList":[{"taskId":"t","duration":9,"state":"QUEUED_FOR_RETRY","endDate":"2022-06-03 11:03:54.095191+00:00"}]}""");
        QueryScheduleTask task = Assert.Single((await _schedules.Runs.GetAsync("s1", "r1")).Tasks);
        Assert.Equal(("9", QueryScheduleRunState.QueuedForRetry, 2022), (task.Duration, task.State, task.EndDate!.Value.Year));
    }

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("a * * * *")]
    [InlineData("1,, * * * *")]
    [InlineData("-1 * * * *")]
    [InlineData("0 0 12 * * ?")]
    public void AWrongCronExpressionIsRefusedWhenItIsMade(string expression) =>
        Assert.Throws<ArgumentException>(() => CronExpression.Parse(expression));

    [Fact]
    public void CronExpressionsAreMade()
    {
        Assert.Equal("*/15 0-6,20 1,15 JAN-MAR mon", CronExpression.Parse(" */15  0-6,20 1,15 JAN-MAR mon ").Value);
        Assert.Equal("5 * * * *", CronExpression.Hourly(5).Value);
        Assert.Equal("30 6 * * 1", CronExpression.Weekly(DayOfWeek.Monday, new TimeOnly(6, 30)).Value);
        Assert.Equal("0 0 31 * *", CronExpression.Monthly(31, TimeOnly.MinValue).Value);
        Assert.Throws<ArgumentException>(() => CronExpression.Hourly(60));
        Assert.Throws<ArgumentException>(() => CronExpression.Monthly(0, TimeOnly.MinValue));
    }

    [Fact]
    public void AFilterCannotSmuggleAnotherOne() => Assert.Throws<ArgumentException>(() => QueryFilter.Is("userId", "a,state==SUCCESS"));
}
