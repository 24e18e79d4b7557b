namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The touches since a channel expired last, looking back from the end of a run of events. Its arguments: the touch as text, the time, the
/// condition, and whether the channel expires before the event that meets it.
/// </summary>
internal struct SinceExpiryState : IAggregateState<SinceExpiryState>
{
    private bool _any;
    private bool _expired;
    private ExpiryEdges _edges;
    private Touches _touches;

    public static SinceExpiryState Of(AggregateRow row) => new() { _any = true, _edges = ExpiryEdges.Of(row), _touches = Touches.Of(row) };

    public void Append(in SinceExpiryState next)
    {
        if (!next._any)
            return;
        if (!_any)
        {
            this = next with { _touches = next._touches.Share() };
            return;
        }
        if (next._expired || _edges.ExpireBefore(next._edges))
        {
            _touches.Release();
            _touches = next._touches.Share();
            _expired = true;
        }
        else
            _touches.Append(next._touches);
        _edges.Append(next._edges);
    }

    public readonly void Write(AggregateResult result) => _touches.Write(result);

    public readonly void Release() => _touches.Release();
}
