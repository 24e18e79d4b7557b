namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The touches until a channel expires next, looking ahead from the start of a run of events. The arguments are those of
/// <see cref="SinceExpiryState"/>.
/// </summary>
internal struct UntilExpiryState : IAggregateState<UntilExpiryState>
{
    private bool _any;
    private bool _expired;
    private ExpiryEdges _edges;
    private Touches _touches;

    public static UntilExpiryState Of(AggregateRow row) => new() { _any = true, _edges = ExpiryEdges.Of(row), _touches = Touches.Of(row) };

    public void Append(in UntilExpiryState next)
    {
        if (!next._any || _expired)
            return;
        if (!_any)
        {
            this = next with { _touches = next._touches.Share() };
            return;
        }
        _expired = _edges.ExpireBefore(next._edges);
        if (_expired)
            return;
        _touches.Append(next._touches);
        _edges.Append(next._edges);
        _expired = next._expired;
    }

    public readonly void Write(AggregateResult result) => _touches.Write(result);

    public readonly void Release() => _touches.Release();
}
