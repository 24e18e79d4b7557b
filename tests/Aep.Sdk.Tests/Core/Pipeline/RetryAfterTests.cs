using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class RetryAfterTests
{
    // The clock of this machine may be wrong: the server's own says how far away its date is.
    [Fact]
    public async Task A_date_that_the_client_does_not_wait_for_is_told_as_a_time_from_the_servers_now()
    {
        using var server = new FaultServer(FaultServer.Respond(
            429, "{}", headers: "Date: Mon, 01 Jan 2024 10:00:00 GMT\r\nRetry-After: Mon, 01 Jan 2024 10:02:30 GMT\r\n"));
        var thrown = await CallAsync(server);
        Assert.Equal(TimeSpan.FromSeconds(150), Assert.IsType<AepThrottledException>(thrown).RetryAfter);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_date_that_is_near_is_waited_for()
    {
        var time = new SkippingTime();
        using var server = new FaultServer(
            FaultServer.Respond(
                429, "{}", headers: "Date: Mon, 01 Jan 2024 10:00:00 GMT\r\nRetry-After: Mon, 01 Jan 2024 10:00:20 GMT\r\n"),
            FaultServer.Respond(200, Verb.Success));
        DateTimeOffset start = time.GetUtcNow();
        Assert.Null(await CallAsync(server, time));
        Assert.InRange(time.GetUtcNow() - start, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(43));
    }

    [Fact]
    public async Task A_date_without_a_date_of_the_answer_is_told_by_the_clients_clock()
    {
        var time = new SkippingTime(new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.Zero));
        using var server = new FaultServer(FaultServer.Respond(503, "{}", headers: "Retry-After: Mon, 01 Jan 2024 10:10:00 GMT\r\n"));
        Assert.NotNull(await CallAsync(server, time));
        Assert.Equal(1, server.Requests);
    }

    private static async Task<Exception?> CallAsync(FaultServer server, TimeProvider? time = null)
    {
        await using var aep = new AepClient(TestOptions.For(server.Url, time) with { TokenSource = new UserToken() });
        return await Record.ExceptionAsync(() => aep.GetJsonAsync("/x", RawJson.Default.JsonObject));
    }
}
