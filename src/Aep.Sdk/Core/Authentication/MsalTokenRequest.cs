using System.Text.Json;
using Aep.Sdk.Core.Errors;
using Microsoft.Identity.Client;

namespace Aep.Sdk.Core.Authentication;

/// <summary>Asks IMS for a token with the client-credentials grant. The only file that knows the OAuth library.</summary>
internal sealed class MsalTokenRequest
{
    private readonly IConfidentialClientApplication _application;
    private readonly string _scope;
    private readonly TimeProvider _time;

    // IMS tokens live a day. What seems to live longer than this was given in milliseconds, as some of Adobe's answers are.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);

    public MsalTokenRequest(AepOptions options, HttpClient http)
    {
        _time = options.TimeProvider;
        // IMS wants one comma-joined scope; given as a single string it goes out as it is.
        _scope = string.Join(',', options.Scopes);
        _application = ConfidentialClientApplicationBuilder
            .Create(options.ClientId)
            .WithClientSecret(options.ClientSecret.Reveal())
            .WithOidcAuthority(new Uri(AepHosts.Ims(options), "/ims").ToString())
            .WithHttpClientFactory(new FixedHttpClient(http))
            .Build();
    }

    public async Task<AccessToken> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            AuthenticationResult result = await _application.AcquireTokenForClient([_scope])
                .WithForceRefresh(true) // our own cache has decided that a new one is needed
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
            TimeSpan life = result.ExpiresOn - DateTimeOffset.UtcNow;
            if (string.IsNullOrEmpty(result.AccessToken) || life < ShortestLife)
                throw AepAuthenticationException.FromIms(0, null, "The answer of IMS has no token, or none that lives (expires_in).");
            return new AccessToken(new Secret(result.AccessToken), _time.GetUtcNow() + (life > LongestLife ? life / 1000 : life));
        }
        catch (MsalServiceException exception) when (WordsOfIms(exception) is { } said)
        {
            // MSAL's own text speaks of another identity provider's pages.
            throw AepAuthenticationException.FromIms(exception.StatusCode, exception.ErrorCode, said);
        }
        catch (MsalException exception) when (TransportFault(exception) is { } fault)
        {
            throw AepAuthenticationException.FromUnreachableIms(TransportReason.Of(fault), fault);
        }
        catch (MsalServiceException exception)
        {
            throw AepAuthenticationException.FromIms(
                exception.StatusCode, exception.ErrorCode, exception.Message, exception.GetBaseException());
        }
        catch (MsalException exception)
        {
            throw AepAuthenticationException.FromIms(0, exception.ErrorCode, exception.Message, exception.GetBaseException());
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw AepAuthenticationException.FromUnreachableIms(TransportReason.Of(exception), exception);
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException)
        {
            // MSAL lets these through when IMS, or something in front of it, answers with anything but a JSON object.
            throw AepAuthenticationException.FromIms(0, null, "The answer is not one of IMS.", exception);
        }
    }

    // MSAL wraps what goes wrong while it looks for the token's address, and time-outs.
    private static Exception? TransportFault(Exception? exception) => exception switch
    {
        null => null,
        HttpRequestException or IOException or OperationCanceledException => exception,
        _ => TransportFault(exception.InnerException),
    };

    private static string? WordsOfIms(MsalServiceException exception) =>
        exception.ResponseBody is { Length: > 0 } body && ErrorBody.Parse(body) is { Code: not null, Detail: { } said }
            ? $"{said.TrimEnd('.')}."
            : null;

    private sealed class FixedHttpClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
