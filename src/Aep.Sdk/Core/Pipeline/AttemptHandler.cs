using Aep.Sdk.Core.Authentication;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// One attempt: takes its place among the requests on their way, carries the token, and is watched until its answer is there. The four
/// share a handler, because each asynchronous layer costs a call as much as all of their work.
/// </summary>
internal sealed class AttemptHandler(AepOptions options, BearerAuthentication authentication) : DelegatingHandler
{
    private readonly Throttle _throttle = new(options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using Throttle.Place place = await _throttle.EnterAsync(cancellationToken).ConfigureAwait(false);
        await authentication.ApplyAsync(request, cancellationToken).ConfigureAwait(false);
        using var transfer = new Transfer(request, options, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, transfer.Token).ConfigureAwait(false);
            response.Content = await transfer.ReceiveAsync(response).ConfigureAwait(false);
            _throttle.Heed(response);
            return response;
        }
        catch (Exception cause) when (transfer.FaultOf(cause, response) is { } fault)
        {
            response?.Dispose();
            throw fault;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _throttle.Dispose();
        base.Dispose(disposing);
    }
}
