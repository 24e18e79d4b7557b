using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Resilience;

public sealed class RetryBudgetTests
{
    [Fact]
    public async Task A_call_is_not_repeated_when_its_time_is_over()
    {
        using var server = new FaultServer(FaultServer.Respond(503, "", headers: "Retry-After: 50\r\n"));
        await using var aep =
            new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken(), RetryBudget = TimeSpan.FromSeconds(60) });
        await Assert.ThrowsAsync<AepRequestException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Equal(3, server.Requests); // at 0 s, 50 s and 100 s
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_caller()
    {
        using var server = new FaultServer(FaultServer.Respond(429, "", headers: "Retry-After: 3600\r\n"));
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        var throttled = await Assert.ThrowsAsync<AepThrottledException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Equal(TimeSpan.FromHours(1), throttled.RetryAfter);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_date_is_understood_as_well()
    {
        var time = new SkippingTime();
        DateTimeOffset start = time.GetUtcNow();
        using var server = new FaultServer(
            FaultServer.Respond(503, "", headers: $"Retry-After: {start.AddSeconds(30):R}\r\n"), FaultServer.Respond(200, Verb.Success));
        await using var aep = new AepClient(TestOptions.For(server.Url, time) with { TokenSource = new UserToken() });
        await aep.Schemas.GetTenantIdAsync();
        Assert.Equal(TimeSpan.FromSeconds(30), time.GetUtcNow() - start);
    }
}
