using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Errors;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// One call: it has an id, is attempted until an answer stands, and is told of. Nearly all calls end with their first attempt, which goes
/// without a policy.
/// </summary>
internal sealed class CallHandler(AepOptions options, BearerAuthentication authentication) : DelegatingHandler
{
    private readonly CallDiagnostics _diagnostics = new(options);
    private readonly Retries _retries = new(options, authentication);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestId.Ensure(request);
        using CallDiagnostics.Call call = _diagnostics.Begin(request);
        try
        {
            Task<HttpResponseMessage> first = base.SendAsync(request, cancellationToken);
            await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            HttpResponseMessage response = first.IsCompletedSuccessfully && first.Result.IsSuccessStatusCode
                ? first.Result
                : await _retries.AfterAsync(first, request, call, base.SendAsync, cancellationToken).ConfigureAwait(false);
            call.Answered(response);
            return response;
        }
        catch (Exception exception)
        {
            call.Unanswered(exception);
            // Here, because not every way that leads to a request turns the transport's errors into ours.
            if (exception is HttpRequestException)
                throw ResponseErrors.FromTransport(request, exception);
            throw;
        }
    }
}
