namespace Aep.Sdk.Tests.Support;

/// <summary>A token of the user's own: for clients that are made as users make them.</summary>
internal sealed class UserToken(string value = "token") : IAepTokenSource
{
    public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new AccessToken(new Secret(value), DateTimeOffset.MaxValue));
}
