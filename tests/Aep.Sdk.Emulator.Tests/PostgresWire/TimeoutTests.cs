using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;
using static Aep.Sdk.Emulator.Tests.PostgresWire.WireClient;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>Limits of time, on a clock that the test moves.</summary>
public sealed class TimeoutTests : IAsyncLifetime
{
    private readonly StoppedClock _clock = new();
    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await _clock.StartAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_statement_that_takes_too_long_is_ended_and_the_session_goes_on()
    {
        await using WireClient wire = await LogInAsync(_fixture);
        await AskAsync(wire, "SET statement_timeout = '5s'");
        await wire.SendAsync('Q', Text("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE (x * x) % 1000003 = 1"));
        Message error = (await PassUntilAsync(wire.ReadUntilReadyAsync())).First(message => message.Type == 'E');
        Assert.Equal(("57014", "canceling statement due to statement timeout"), (error.Field('C'), error.Field('M')));
        Assert.Contains(await AskAsync(wire, "SELECT 1"), message => message.Type == 'D');
    }

    [Fact]
    public async Task An_idle_session_is_ended_when_it_asked_for_that()
    {
        await using WireClient wire = await LogInAsync(_fixture);
        await AskAsync(wire, "SET idle_session_timeout = 60000");
        Message error = await PassUntilAsync(wire.ReadAsync());
        Assert.Equal(("57P05", "FATAL"), (error.Field('C'), error.Field('S')));
        Assert.True(await wire.IsClosedAsync());
    }

    [Fact]
    public async Task A_token_opens_sessions_until_it_expires()
    {
        await using (NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(_fixture))
            Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
        _clock.Time.Advance(TimeSpan.FromHours(25));
        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => QueryServiceConnection.OpenAsync(_fixture));
        Assert.Equal(("28P01", "FATAL"), (error.SqlState, error.Severity));
    }

    [Theory]
    [InlineData("SET statement_timeout = 'soon'")]
    [InlineData("SET idle_session_timeout = -1")]
    public async Task What_is_no_time_is_refused(string sql)
    {
        await using WireClient wire = await LogInAsync(_fixture);
        Assert.Equal("22023", (await AskAsync(wire, sql))[0].Field('C'));
    }

    private static async Task<List<Message>> AskAsync(WireClient wire, string sql)
    {
        await wire.SendAsync('Q', Text(sql));
        return await wire.ReadUntilReadyAsync();
    }

    private async Task<T> PassUntilAsync<T>(Task<T> answer)
    {
        await _clock.RunUntilAsync(() => Task.FromResult(answer.IsCompleted), done => done);
        return await answer;
    }
}
