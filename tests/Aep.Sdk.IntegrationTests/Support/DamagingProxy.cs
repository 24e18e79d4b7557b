namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>
/// Passes connections on to a server, and changes one byte in the middle of a long run of the same byte that comes by: a body, for no
/// header has such a run.
/// </summary>
internal sealed class DamagingProxy(Uri server) : PassingProxy(server)
{
    private const int Run = 1000;

    private int _left;

    /// <summary>How many more bytes are changed, at most one in what comes at a time.</summary>
    public int Left
    {
        get => Volatile.Read(ref _left);
        set => Volatile.Write(ref _left, value);
    }

    protected override int Pass(Span<byte> piece, bool fromClient)
    {
        for (int start = 0; start + Run <= piece.Length; start += Run)
        {
            Span<byte> run = piece.Slice(start, Run);
            if (run.ContainsAnyExcept(run[0])) continue;
            if (Interlocked.Decrement(ref _left) >= 0)
                run[Run / 2]++;
            else
                Interlocked.Increment(ref _left);
            break;
        }
        return piece.Length;
    }
}
