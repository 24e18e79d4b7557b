namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Watches a request and its answer on the way. The attempt ends when nothing moves for as long as
/// <see cref="AepOptions.RequestTimeout"/>: no byte of the request leaves, no answer begins, no byte of the answer comes. A transfer that
/// makes progress may take as long as it needs. The answer's body is read here, so that a connection that breaks in the body is a fault
/// like one that breaks before it, and is repeated where that is safe.
/// </summary>
internal readonly struct Transfer : IDisposable
{
    private static readonly HttpRequestOptionsKey<bool> Streamed = new("Aep.Sdk.Streamed");

    private readonly HttpRequestMessage _request;
    private readonly HttpContent? _body;
    private readonly AepOptions _options;
    private readonly IdleWatch _watch;

    public Transfer(HttpRequestMessage request, AepOptions options, CancellationToken cancellationToken)
    {
        _request = request;
        _options = options;
        _watch = new IdleWatch(options.RequestTimeout, options.TimeProvider, cancellationToken);
        _body = request.Content;
        if (_body is not null)
            request.Content = new WatchedContent(_body, _watch);
    }

    /// <summary>Ends the attempt when nothing moves, or when the caller gives up.</summary>
    public CancellationToken Token => _watch.Token;

    /// <summary>Leaves the body of a success for the caller to read.</summary>
    public static void StreamAnswer(HttpRequestMessage request) => request.Options.Set(Streamed, true);

    /// <summary>The body that has come, or that the caller reads.</summary>
    public async ValueTask<HttpContent> ReceiveAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode && _request.Options.TryGetValue(Streamed, out bool streamed) && streamed)
            return new StreamedAnswer(response.Content, _options.RequestTimeout, _options.TimeProvider);
        using HttpContent content = response.Content;
        return await AnswerBuffer.ReadAsync(content, keepWhole: response.IsSuccessStatusCode, _watch).ConfigureAwait(false);
    }

    /// <summary>What an exception means, where it says too little itself: that nothing moved, or that the answer broke off.</summary>
    public HttpRequestException? FaultOf(Exception cause, HttpResponseMessage? response) => cause switch
    {
        OperationCanceledException when _watch.HasExpired => _watch.Expired(),
        IOException or InvalidDataException when response is not null => new HttpRequestException(
            HttpRequestError.ResponseEnded, $"The answer ({(int)response.StatusCode}) broke off: {cause.Message}", cause),
        _ => null,
    };

    public void Dispose()
    {
        _request.Content = _body; // a retry sends it again
        _watch.Dispose();
    }
}
