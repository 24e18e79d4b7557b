namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>Passes connections on to a server and cuts one of them once a number of bytes has gone through.</summary>
internal sealed class CuttingProxy(Uri server) : PassingProxy(server)
{
    private long _left = long.MaxValue;
    private long _sent;

    /// <summary>Cuts once after so many bytes; then everything passes again.</summary>
    public void CutAfter(long bytes, Action? cut = null)
    {
        OnCut = cut;
        Interlocked.Exchange(ref _left, bytes);
    }

    public int Cuts { get; private set; }

    /// <summary>Bytes that came from clients.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    private Action? OnCut { get; set; }

    protected override int Pass(Span<byte> piece, bool fromClient)
    {
        if (fromClient) Interlocked.Add(ref _sent, piece.Length);
        long left = Interlocked.Add(ref _left, -piece.Length), before = left + piece.Length;
        if (left > 0 || before <= 0) return piece.Length;
        Interlocked.Exchange(ref _left, long.MaxValue);
        Cuts++;
        OnCut?.Invoke();
        return (int)before;
    }
}
