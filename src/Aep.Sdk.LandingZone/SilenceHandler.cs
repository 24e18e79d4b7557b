using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.LandingZones;

/// <summary>
/// Ends a request to the storage in which nothing moves: no byte of it leaves, no answer begins, no byte of the answer comes. A transfer
/// that makes progress may take as long as it needs.
/// </summary>
internal sealed class SilenceHandler(TimeSpan patience, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var watch = new IdleWatch(patience, time, cancellationToken);
        HttpContent? body = request.Content;
        if (body is not null) request.Content = new WatchedContent(body, watch);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, watch.Token).ConfigureAwait(false);
            response.Content = new StreamedAnswer(response.Content, patience, time);
            return response;
        }
        catch (OperationCanceledException) when (watch.HasExpired)
        {
            throw watch.Expired();
        }
        finally
        {
            request.Content = body; // the storage's client may send it again
        }
    }
}
