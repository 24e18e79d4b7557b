namespace Aep.Sdk.Core.Authentication;

/// <summary>Asks the user's own source; what goes wrong there is an error of authentication.</summary>
internal sealed class UserTokenRequest(IAepTokenSource source)
{
    public async Task<AccessToken> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (AepException or OperationCanceledException))
        {
            throw AepAuthenticationException.FromSource(exception);
        }
    }
}
