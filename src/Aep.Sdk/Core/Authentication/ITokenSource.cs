namespace Aep.Sdk.Core.Authentication;

/// <summary>Where access tokens come from.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is valid now.</summary>
    /// <param name="rejected">A token that the server has just refused: it is not given again.</param>
    /// <param name="cancellationToken">Stops the wait, not the request that other callers share.</param>
    ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken);
}
