using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Resilience;

public sealed class TokenFaultTests
{
    // Without a token nothing was sent: also a request that creates something can be repeated.
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task That_ims_is_not_well_for_a_moment_ends_no_call(string method)
    {
        var tokens = new FailingToken(
            AepAuthenticationException.FromUnreachableIms("Connection refused", new HttpRequestException()),
            AepAuthenticationException.FromIms(503, null, "down"));
        using var server = new FaultServer(FaultServer.Respond(200, Verb.Success));
        await using var aep = new AepClient(new AepPipeline(TestOptions.For(server.Url), tokens));
        (await aep.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/x"))).Dispose();
        Assert.Equal((3, 1), (tokens.Asked, server.Requests));
    }

    [Fact]
    public async Task A_credential_that_ims_refuses_is_not_tried_again()
    {
        var tokens = new FailingToken(AepAuthenticationException.FromIms(400, "invalid_client", "invalid client_secret parameter"));
        using var server = new FaultServer(FaultServer.Respond(200, Verb.Success));
        await using var aep = new AepClient(new AepPipeline(TestOptions.For(server.Url), tokens));
        await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.GetJsonAsync("/x"));
        Assert.Equal((1, 0), (tokens.Asked, server.Requests));
    }

    private sealed class FailingToken(params Exception[] faults) : ITokenSource
    {
        public int Asked { get; private set; }

        public ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken) =>
            Asked++ < faults.Length
                ? ValueTask.FromException<AccessToken>(faults[Asked - 1])
                : ValueTask.FromResult(new AccessToken(new Secret("token"), DateTimeOffset.MaxValue));
    }
}
