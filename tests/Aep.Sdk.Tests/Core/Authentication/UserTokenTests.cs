using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Authentication;

public sealed class UserTokenTests
{
    [Fact]
    public async Task A_token_of_the_users_own_needs_no_secret()
    {
        using var wire = new Wire();
        wire.On("GET", "/data/foundation/schemaregistry/stats", """{"tenantId":"acme"}""");
        var source = new CountingSource();
        await using var aep =
            new AepClient(TestOptions.For(new Uri(wire.Url)) with { ClientSecret = new Secret(""), TokenSource = source });
        await aep.Schemas.GetTenantIdAsync();
        await aep.ForSandbox("other").Schemas.GetTenantIdAsync();
        Assert.Equal(1, source.Requests);
        Assert.All(wire.Requests, request => Assert.Equal("Bearer mine 1", request.Headers!["Authorization"].Single()));
        Assert.Equal(["dev", "other"], wire.Requests.Select(request => request.Headers!["x-sandbox-name"].Single()));
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_token()
    {
        using var wire = new Wire();
        await using var aep = new AepClient(TestOptions.For(new Uri(wire.Url)) with { TokenSource = new BrokenSource() });
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => aep.Schemas.GetTenantIdAsync());
        Assert.Equal("no vault", error.Detail);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Empty(wire.Requests);
    }

    private sealed class CountingSource : IAepTokenSource
    {
        public int Requests { get; private set; }

        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new AccessToken(new Secret($"mine {++Requests}"), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    private sealed class BrokenSource : IAepTokenSource
    {
        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("no vault");
    }
}
