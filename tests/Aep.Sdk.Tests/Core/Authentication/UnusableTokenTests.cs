using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Authentication;

public sealed class UnusableTokenTests
{
    [Fact]
    public async Task White_space_around_a_token_of_a_file_is_no_part_of_it()
    {
        using var wire = new Wire();
        wire.On("GET", "/data/foundation/schemaregistry/stats", """{"tenantId":"acme"}""");
        await using AepClient aep = Client(new Uri(wire.Url), () => new AccessToken(new Secret(" mine\r\n"), DateTimeOffset.MaxValue));
        await aep.Schemas.GetTenantIdAsync();
        Assert.Equal("Bearer mine", Assert.Single(wire.Requests).Headers!["Authorization"].Single());
    }

    [Fact]
    public async Task No_token_and_an_empty_one_are_errors_of_authentication()
    {
        using var wire = new Wire();
        AccessToken?[] tokens = [null, new(null!, DateTimeOffset.MaxValue), new(new Secret(" \n"), DateTimeOffset.MaxValue)];
        foreach (AccessToken? token in tokens)
        {
            await using AepClient aep = Client(new Uri(wire.Url), () => token!);
            var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
            Assert.Contains("no token", error.Message);
        }
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_token_that_is_more_than_one_line_is_an_error_that_does_not_show_it()
    {
        using var wire = new Wire();
        await using AepClient aep = Client(new Uri(wire.Url), () => new AccessToken(new Secret("s3cret\nx: y"), DateTimeOffset.MaxValue));
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.DoesNotContain("s3cret", error.ToString());
    }

    [Fact]
    public async Task A_token_that_has_ended_already_is_said_to_have()
    {
        using var wire = new Wire();
        var end = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using AepClient aep = Client(new Uri(wire.Url), () => new AccessToken(new Secret("old"), end));
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Contains("2020-01-02 03:04:05Z", error.Message);
        Assert.Empty(wire.Requests);
    }

    // Nobody has cancelled the call: it must not look as if.
    [Fact]
    public async Task A_source_that_runs_out_of_time_is_an_error_of_authentication()
    {
        using var wire = new Wire();
        await using AepClient aep = Client(new Uri(wire.Url), () => throw new TaskCanceledException("the vault was too slow"));
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Contains("the vault was too slow", error.Message);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_sent_again_costs_the_next_call_no_refusal()
    {
        var tokens = new TurningToken();
        using var server = new FaultServer(FaultServer.Respond(401, "{}"), FaultServer.Respond(200, "{}"));
        using var pipeline = new Aep.Sdk.Core.Pipeline.AepPipeline(TestOptions.For(server.Url), tokens);
        await using var aep = new AepClient(pipeline);
        using var upload = new HttpRequestMessage(HttpMethod.Put, "/file") { Content = new StreamContent(new MemoryStream(new byte[10])) };
        await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.SendAsync(upload));
        Assert.Equal(1, server.Requests);
        Assert.Equal("token-1", (await tokens.GetTokenAsync(null, CancellationToken.None)).Value.Reveal());
    }

    private static AepClient Client(Uri platform, Func<AccessToken> token) =>
        new(TestOptions.For(platform) with { TokenSource = new Source(token), MaxRetries = 0 });

    private sealed class Source(Func<AccessToken> token) : IAepTokenSource
    {
        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => Task.FromResult(token());
    }
}
