using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Aep.Sdk.TestSupport;
using CsCheck;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>Adobe's functions with a state over the whole frame, against the same computed event by event.</summary>
public sealed class SessionFunctionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Window = "OVER (PARTITION BY u ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
    private const int Expiry = 600;

    [Fact]
    public async Task Sessions_are_those_that_a_walk_through_the_events_finds()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await Gen.Select(Gen.Int, Gen.Int[1, 300], Gen.Int[1, 6]).ForAllAsync(async (seed, count, users) =>
        {
            IReadOnlyList<TouchEvent> events = TouchEvent.Some(seed, count, users);
            List<object?[]> rows = await connection.RowsAsync($"""
                SELECT u, t, a.timestamp_diff, a.num, a.is_new, a.depth, b.num, b.is_new, b.depth, c.num, c.is_new, c.depth
                FROM (
                    SELECT u, t, SESS_TIMEOUT(t, {Expiry}) {Window} AS a, SESS_START_IF(t, hit) {Window} AS b, SESS_END_IF(t, hit) {Window} AS c
                    FROM {TouchEvent.Source(events)}) ORDER BY u, t
                """);
            object?[][] expected = [.. events.GroupBy(item => item.User).OrderBy(group => group.Key, StringComparer.Ordinal)
                .SelectMany(group => Walk([.. group.OrderBy(item => item.Time)]))];
            Assert.Equal(expected, rows);
        }, iter: 20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Touches_expire_where_a_walk_through_the_events_says(bool before)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await Gen.Select(Gen.Int, Gen.Int[1, 300], Gen.Int[1, 6]).ForAllAsync(async (seed, count, users) =>
        {
            IReadOnlyList<TouchEvent> events = TouchEvent.Some(seed, count, users);
            List<object?[]> rows = await connection.RowsAsync($"""
                SELECT f.name, f.value, f.timestamp, l.value, l.timestamp FROM (
                    SELECT u, t, ATTRIBUTION_FIRST_TOUCH_EXP_IF(t, 'Paid', code, hit, {before}) {Window} AS f,
                        ATTRIBUTION_LAST_TOUCH_EXP_IF(t, 'Paid', code, hit, {before}) {Window} AS l
                    FROM {TouchEvent.Source(events)}) ORDER BY u, t
                """);
            object?[][] expected = [.. events.GroupBy(item => item.User).OrderBy(group => group.Key, StringComparer.Ordinal)
                .SelectMany(group => Touches([.. group.OrderBy(item => item.Time)], before))];
            Assert.Equal(expected, rows);
        }, iter: 20);
    }

    [Fact]
    public async Task A_touch_keeps_the_type_of_its_channel()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        object?[] row = Assert.Single(await connection.RowsAsync("""
            SELECT a.value + 1, b.value, c.value.x FROM (
                SELECT ATTRIBUTION_FIRST_TOUCH_EXP_IF(t, 'n', n, false) OVER (ORDER BY t) AS a,
                    ATTRIBUTION_FIRST_TOUCH_EXP_IF(t, 'd', d, false) OVER (ORDER BY t) AS b,
                    ATTRIBUTION_LAST_TOUCH_EXP_IF(t, 's', s, false) OVER (ORDER BY t) AS c
                FROM (SELECT TIMESTAMP '2024-01-01 00:00:00' AS t, 41 AS n, DATE '2024-02-29' AS d, struct('it''s, {"x"}' AS x) AS s))
            """));
        object? day = row[1] is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : row[1];
        Assert.Equal((42, new DateTime(2024, 2, 29), "it's, {\"x\"}"), (row[0], day, row[2]));
    }

    // A list of the frame's events at each event would be twenty billion items here: more than the engine's memory holds.
    [Fact]
    public async Task One_person_with_200000_events_is_no_more_than_a_long_partition()
    {
        const int Events = 200_000;
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        (string Aggregate, string Call)[] calls =
        [
            ("max(x.num)", $"SESS_TIMEOUT(t, {Expiry})"), ("max(x.num)", "SESS_START_IF(t, hit)"), ("max(x.num)", "SESS_END_IF(t, hit)"),
            ("count(DISTINCT x.value)", "ATTRIBUTION_FIRST_TOUCH_EXP_IF(t, 'c', code, hit)"),
            ("count(DISTINCT x.value)", "ATTRIBUTION_LAST_TOUCH_EXP_IF(t, 'c', code, hit)"),
            ("count(DISTINCT x.value)", "ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(t, 'c', code, 600)"),
            ("count(DISTINCT x.value)", "ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(t, 'c', code, 600)"),
        ];
        List<long> results = [];
        foreach ((string aggregate, string call) in calls)
        {
            results.Add((long)(await connection.ScalarAsync($"""
                SELECT {aggregate} FROM (SELECT {call} OVER (ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS x FROM (
                    SELECT TIMESTAMP '2024-01-01 00:00:00' + to_seconds(i * 10 + (i DIV 1000) * 1000) AS t, i % 500 = 0 AS hit,
                        CASE WHEN i % 100 = 0 THEN 'campaign number ' || i END AS code FROM range({Events}) AS r(i)))
                """))!);
        }
        // Every 1,000 events a pause, every 500 a hit, every 100 a touch: 400 periods end with a hit, the first of them after one event,
        // and one does not end.
        Assert.Equal([200, 400, 401, 401, 401, 2_000, 2_000], results);
    }

    [Theory]
    [InlineData($"SESS_TIMEOUT(t, 60) {Window}")]
    [InlineData($"SESS_START_IF(t, hit) {Window}")]
    [InlineData($"SESS_END_IF(t, hit) {Window}")]
    [InlineData($"ATTRIBUTION_FIRST_TOUCH_EXP_IF(t, 'c', code, hit, false) {Window}")]
    [InlineData($"ATTRIBUTION_LAST_TOUCH_EXP_IF(t, 'c', code, hit, true) {Window}")]
    [InlineData($"ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(t, 'c', code, 60) {Window}")]
    [InlineData($"ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(t, 'c', code, 60) {Window}")]
    public async Task The_plan_collects_no_list_of_the_frame(string call)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        string source = TouchEvent.Source(TouchEvent.Some(1, 3, 1));
        List<object?[]> rows = await connection.RowsAsync($"EXPLAIN FORMAT JSON SELECT {call} FROM {source}");
        string plan = string.Concat(rows.Select(row => (string)row[0]!));
        Assert.Contains("WINDOW", plan);
        Assert.DoesNotContain("list(", plan);
        Assert.DoesNotContain("array_agg", plan);
    }

    private static IEnumerable<object?[]> Walk(TouchEvent[] events)
    {
        (long Number, long Depth)[] sessions = [(1, 0), (1, 0), (1, 0)];
        for (int index = 0; index < events.Length; index++)
        {
            TimeSpan pause = index == 0 ? TimeSpan.Zero : events[index].Time - events[index - 1].Time;
            bool first = index == 0;
            bool[] starts =
                [!first && (long)pause.TotalSeconds >= Expiry, !first && events[index].Hit == true,
                    !first && events[index - 1].Hit == true];
            List<object?> row = [events[index].User, events[index].Time, (long)pause.TotalSeconds];
            for (int kind = 0; kind < sessions.Length; kind++)
            {
                sessions[kind] = starts[kind] ? (sessions[kind].Number + 1, 1) : (sessions[kind].Number, sessions[kind].Depth + 1);
                row.AddRange([sessions[kind].Number, starts[kind] || index == 0, sessions[kind].Depth]);
            }
            yield return [.. row];
        }
    }

    private static IEnumerable<object?[]> Touches(TouchEvent[] events, bool before)
    {
        for (int index = 0; index < events.Length; index++)
        {
            int since = index;
            while (since > 0 && !Expires(since))
                since--;
            int until = index;
            while (until + 1 < events.Length && !Expires(until + 1))
                until++;
            TouchEvent? first = events[since..(index + 1)].FirstOrDefault(item => item.Code is not null);
            TouchEvent? last = events[since..(until + 1)].LastOrDefault(item => item.Code is not null);
            yield return [first is null ? null : "Paid", first?.Code, first?.Time, last?.Code, last is null ? null : events[until].Time];
        }

        // Whether the channel expires between the event and the one before it.
        bool Expires(int index) => (before ? events[index] : events[index - 1]).Hit == true;
    }
}
