namespace Aep.Sdk;

/// <summary>
/// Where access tokens come from when it is not a client id and a secret: a token broker, a vault, a token that another program has got.
/// The client keeps what it is given until shortly before it ends, and asks for all callers at once.
/// </summary>
public interface IAepTokenSource
{
    /// <summary>
    /// Gets a new token. Called before the first request, before a token ends, and once when the platform has refused one.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken);
}
