using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class ColdClientTests
{
    [Fact]
    public async Task Ten_thousand_calls_at_once_need_one_token_and_few_connections()
    {
        using var server = new FaultServer(FaultServer.Respond(200, Verb.Success));
        var tokens = new SlowSource();
        await using var aep =
            new AepClient(TestOptions.For(server.Url, TimeProvider.System) with { TokenSource = tokens, MaxConcurrentRequests = 16 });
        string[] tenants = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => aep.Schemas.GetTenantIdAsync()));
        Assert.All(tenants, tenant => Assert.Equal("acme", tenant));
        Assert.Equal(1, tokens.Requests);
        Assert.Equal(10_000, server.Requests);
        Assert.InRange(server.Connections, 1, 16);
    }

    private sealed class SlowSource : IAepTokenSource
    {
        private int _requests;

        public int Requests => _requests;

        public async Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            await Task.Yield();
            return new AccessToken(new Secret("token"), DateTimeOffset.MaxValue);
        }
    }
}
