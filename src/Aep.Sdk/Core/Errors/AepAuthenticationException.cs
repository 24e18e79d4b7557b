namespace Aep.Sdk;

/// <summary>No token, or one that AEP does not accept.</summary>
public sealed class AepAuthenticationException(AepErrorDetails details, Exception? innerException = null)
    : AepRequestException(details, innerException)
{
    private const string Check =
        "Check client id, client secret, scopes and organisation against the OAuth Server-to-Server credential in Adobe Developer Console.";

    internal static AepAuthenticationException FromIms(int status, string? error, string description, Exception? cause = null)
    {
        string reason =
            cause is null || description.Contains(cause.Message, StringComparison.Ordinal) ? description : $"{description} {cause.Message}";
        var details = new AepErrorDetails
        {
            Status = status,
            Method = "POST",
            Uri = "IMS /ims/token/v3",
            ErrorCode = error,
            Detail = $"{reason} {Check}"
        };
        return new AepAuthenticationException(details, cause);
    }

    internal static AepAuthenticationException FromSource(Exception cause) => new(
        new AepErrorDetails { Method = "GetTokenAsync", Uri = "of AepOptions.TokenSource", Detail = cause.Message }, cause);
}
