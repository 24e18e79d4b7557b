using System.Security.Authentication;

namespace Aep.Sdk.Core.Errors;

/// <summary>Why there was no answer, for messages. What .NET says of TLS points to another exception, which holds the reason.</summary>
internal static class TransportReason
{
    public static string Of(Exception fault)
    {
        string said = fault.Message.Replace(", see inner exception", "", StringComparison.Ordinal);
        Exception cause = fault.GetBaseException();
        if (!said.Contains(cause.Message, StringComparison.Ordinal))
            said = $"{said} {cause.Message}";
        return cause is AuthenticationException
            ? $"{said} A certificate that this machine does not know is trusted when {nameof(AepOptions.TrustedCertificateFile)} names it."
            : said;
    }
}
