using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class WindowFunctionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Window = "OVER (PARTITION BY _tenant.userid ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";

    [Theory]
    [InlineData("'days'", 86_400)]
    [InlineData("'hours'", 3_600)]
    [InlineData("'minutes'", 60)]
    [InlineData("'seconds'", 1)]
    [InlineData(null, 1)]
    public async Task Time_between_previous_match_counts_whole_units_back_to_the_last_match(string? unit, int seconds)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(connection, $"previous_{seconds}{(unit is null ? "_default" : "")}");
        string argument = unit is null ? "" : $", {unit}";
        List<object?[]> rows = await connection.RowsAsync(
            $"SELECT _id, TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = 'directMarketing.emailSent'{argument}) {Window} AS since FROM "
                + $"{table.Name} ORDER BY _id");
        Assert.Equal(table.Events.Count, rows.Count);
        Assert.All(rows.Zip(table.Events), pair => Assert.Equal(Previous(table, pair.Second, seconds), (long?)pair.First[1]));
        Assert.Contains(rows, row => row[1] is null);
        Assert.Contains(rows, row => row[1] is 0L);
    }

    [Fact]
    public async Task Time_between_next_match_is_negative()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        List<object?[]> rows = await connection.RowsAsync("""
            SELECT n, time_between_next_match(t, hit, 'minutes') OVER (ORDER BY t ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
            FROM (VALUES (1, TIMESTAMP '2024-01-01 00:00:00', false), (2, TIMESTAMP '2024-01-01 00:09:59', true), (3, TIMESTAMP '2024-01-02 00:00:00', false)) AS v(n, t, hit)
            ORDER BY n
            """);
        Assert.Equal([-9L, 0L, null], rows.Select(row => (long?)row[1]));
    }

    [Fact]
    public async Task Running_counts_are_big_integers()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(connection, "running_counts");
        List<object?[]> rows = await connection.RowsAsync(
            $"SELECT _id, SUM(CASE WHEN eventType='directMarketing.emailOpened' THEN 1 ELSE 0 END) {Window} AS \"emailsOpened\" FROM "
                + $"{table.Name} ORDER BY _id");
        IEnumerable<long> expected = table.Events.Select(item => table.Events.LongCount(other =>
            other.User == item.User && other.Time <= item.Time && other.Type == "directMarketing.emailOpened"));
        Assert.Equal(expected, rows.Select(row => Assert.IsType<long>(row[1])));
    }

    [Fact]
    public async Task One_random_row_a_user_is_picked()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(connection, "random_rows");
        string pick =
            $"SELECT _id, u FROM (SELECT _id, _tenant.userid AS u, row_number() OVER (PARTITION BY _tenant.userid ORDER BY randn()) AS n "
                + $"FROM {table.Name}) WHERE n = 1 ORDER BY u";
        List<object?[]> first = await connection.RowsAsync(pick), second = await connection.RowsAsync(pick);
        IEnumerable<string> users = table.Events.Select(item => item.User).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(users, first.Select(row => (string)row[1]!));
        Assert.NotEqual(first.Select(row => row[0]), second.Select(row => row[0]));
    }

    [Fact]
    public async Task Corr_is_pearsons_coefficient()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(connection, "correlation");
        object? actual = await connection.ScalarAsync($"""
            SELECT corr(forms, sent) AS c FROM (
                SELECT _tenant.userid AS userID, SUM(CASE WHEN eventType='web.formFilledOut' THEN 1 ELSE 0 END) AS forms,
                       SUM(CASE WHEN eventType='directMarketing.emailSent' THEN 1 ELSE 0 END) AS sent
                FROM {table.Name} GROUP BY userId)
            """);
        (double X, double Y)[] points = [.. table.Events.GroupBy(item => item.User).Select(group => (
            (double)group.Count(item => item.Type == "web.formFilledOut"),
            (double)group.Count(item => item.Type == "directMarketing.emailSent")))];
        (double meanX, double meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        double expected = points.Sum(point => (point.X - meanX) * (point.Y - meanY))
            / Math.Sqrt(points.Sum(point => Math.Pow(point.X - meanX, 2)) * points.Sum(point => Math.Pow(point.Y - meanY, 2)));
        Assert.Equal(expected, Assert.IsType<double>(actual), 10);
    }

    private static long? Previous(EventTable table, EventTable.Event item, int seconds)
    {
        EventTable.Event? last =
            table.Events.Where(other => other.User == item.User && other.Time <= item.Time && other.Type == "directMarketing.emailSent")
            .MaxBy(other => other.Time);
        return last is null ? null : (item.Time - last.Time).Ticks / TimeSpan.TicksPerSecond / seconds;
    }
}
