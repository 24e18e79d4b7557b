namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Watches one attempt. It ends when nothing moves for as long as <see cref="AepOptions.RequestTimeout"/>: no byte of the request leaves,
/// no answer begins, no byte of the answer comes. A transfer that makes progress may take as long as it needs. The answer's body is read
/// here, so that a connection that breaks in the body is a fault like one that breaks before it, and is repeated where that is safe.
/// </summary>
internal sealed class TransferHandler(AepOptions options) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> Streamed = new("Aep.Sdk.Streamed");

    /// <summary>Leaves the body of a success for the caller to read.</summary>
    public static void StreamAnswer(HttpRequestMessage request) => request.Options.Set(Streamed, true);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var watch = new IdleWatch(options.RequestTimeout, options.TimeProvider, cancellationToken);
        HttpContent? body = request.Content;
        if (body is not null)
            request.Content = new WatchedContent(body, watch);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, watch.Token).ConfigureAwait(false);
            response.Content = await ReceiveAsync(request, response, watch).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException) when (watch.HasExpired)
        {
            response?.Dispose();
            throw watch.Expired();
        }
        catch (Exception exception) when (response is not null && exception is IOException or InvalidDataException)
        {
            response!.Dispose();
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, $"The answer ({(int)response.StatusCode}) broke off: {exception.Message}", exception);
        }
        finally
        {
            request.Content = body; // a retry sends it again
        }
    }

    private async Task<HttpContent> ReceiveAsync(HttpRequestMessage request, HttpResponseMessage response, IdleWatch watch)
    {
        if (response.IsSuccessStatusCode && request.Options.TryGetValue(Streamed, out bool streamed) && streamed)
            return new StreamedAnswer(response.Content, options.RequestTimeout, options.TimeProvider);
        using HttpContent content = response.Content;
        return await AnswerBuffer.ReadAsync(content, keepWhole: response.IsSuccessStatusCode, watch).ConfigureAwait(false);
    }
}
