namespace Aep.Sdk.Core.Pipeline;

/// <summary>Cancels when nothing has moved for a while, or when the caller does.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public IdleWatch(TimeSpan patience, TimeProvider time, CancellationToken caller)
    {
        _patience = patience;
        _caller = caller;
        _source = new CancellationTokenSource(patience, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Something has moved: the patience starts anew.</summary>
    public void Moved() => _source.CancelAfter(_patience);

    public HttpRequestException Expired() => new(
        HttpRequestError.Unknown, $"Nothing has moved for {_patience.TotalSeconds:0.###} s (RequestTimeout).",
        new TimeoutException());

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
