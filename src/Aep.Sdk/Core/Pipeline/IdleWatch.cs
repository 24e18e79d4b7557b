namespace Aep.Sdk.Core.Pipeline;

/// <summary>Cancels when nothing has moved for a while.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _expiry;
    private readonly CancellationTokenSource _linked;

    public IdleWatch(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        _patience = patience;
        _expiry = new CancellationTokenSource(patience, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, cancellationToken);
    }

    public CancellationToken Token => _linked.Token;

    public bool HasExpired => _expiry.IsCancellationRequested;

    /// <summary>Something has moved: the patience starts anew.</summary>
    public void Moved() => _expiry.CancelAfter(_patience);

    public HttpRequestException Expired() => new(
        HttpRequestError.Unknown, $"Nothing has moved for {_patience.TotalSeconds:0.###} s (AepOptions.RequestTimeout).", new TimeoutException());

    public void Dispose()
    {
        _linked.Dispose();
        _expiry.Dispose();
    }
}
