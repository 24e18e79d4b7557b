using Aep.Sdk.Core.Authentication;

namespace Aep.Sdk.Tests.Support;

/// <summary>Gives the same token always.</summary>
internal sealed class FixedToken(string value = "test-token") : ITokenSource
{
    public ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AccessToken(new Secret(value), DateTimeOffset.MaxValue));
}
