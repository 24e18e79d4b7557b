namespace Aep.Sdk;

/// <summary>No token, or one that AEP does not accept.</summary>
public sealed class AepAuthenticationException(AepErrorDetails details, Exception? innerException = null)
    : AepRequestException(details, innerException)
{
    private const string ImsUri = "IMS /ims/token/v3";

    private const string Check =
        "Check client id, client secret, scopes and organisation against the OAuth Server-to-Server credential in Adobe Developer Console.";

    /// <param name="status">HTTP status of IMS; 0 without one.</param>
    /// <param name="error">Its error code.</param>
    /// <param name="description">What it says, or what went wrong.</param>
    /// <param name="cause">What was thrown.</param>
    internal static AepAuthenticationException FromIms(int status, string? error, string description, Exception? cause = null)
    {
        // A service that is not well says nothing about the credential.
        string advice = status is 408 or 429 or >= 500 ? "IMS is not well or wants fewer requests: try again later." : Check;
        string reason =
            cause is null || description.Contains(cause.Message, StringComparison.Ordinal) ? description : $"{description} {cause.Message}";
        var details = new AepErrorDetails
        {
            Status = status,
            Method = "POST",
            Uri = ImsUri,
            ErrorCode = error,
            Detail = $"{reason} {advice}"
        };
        return new AepAuthenticationException(details, cause);
    }

    /// <summary>True when no token could be had now, and may be in a moment: IMS was not reached, or is not well.</summary>
    internal bool IsPassingFaultOfIms => Uri == ImsUri && IsTransient && (Status > 0 || InnerException is not null);

    /// <summary>No answer of IMS at all.</summary>
    internal static AepAuthenticationException FromUnreachableIms(string reason, Exception cause) => new(
        new AepErrorDetails { Method = "POST", Uri = ImsUri, Detail = $"IMS could not be reached: {reason}" }, cause);

    internal static AepAuthenticationException FromSource(string reason, Exception? cause = null) => new(
        new AepErrorDetails { Method = "GetTokenAsync", Uri = "of AepOptions.TokenSource", Detail = reason }, cause);
}
