namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The sessions in a run of events: SESS_TIMEOUT, SESS_START_IF, SESS_END_IF. Its arguments: the time, whether the event starts a session,
/// whether it ends one, and after how many seconds without an event the next one starts one. The first event of all is in session 1,
/// whatever it says.
/// </summary>
internal struct SessionState : IAggregateState<SessionState>
{
    private const long Second = 1_000_000;

    private long _rows;
    private long? _firstTime;
    private long? _lastTime;
    private long? _expiry;
    private bool _firstStarts;
    private bool _lastEnds;

    // Of the last event: seconds since the one before, sessions that began after the first event, place in its session, whether it is new.
    private long? _difference;
    private long _starts;
    private long _depth;
    private bool _isNew;

    public static SessionState Of(AggregateRow row) => new()
    {
        _rows = 1,
        _firstTime = row.Integer(0),
        _lastTime = row.Integer(0),
        _firstStarts = row.Flag(1),
        _lastEnds = row.Flag(2),
        _expiry = row.Integer(3),
        _difference = 0,
        _depth = 1,
        _isNew = true,
    };

    public void Append(in SessionState next)
    {
        if (_rows == 0 || next._rows == 0)
        {
            this = _rows == 0 ? next : this;
            return;
        }
        long? pause = (next._firstTime - _lastTime) / Second;
        bool starts = next._firstStarts || _lastEnds || pause >= next._expiry;
        (_difference, _isNew) = next._rows == 1 ? (pause, starts) : (next._difference, next._isNew);
        if (next._starts > 0)
            _depth = next._depth;
        else
            _depth = starts ? next._rows : _depth + next._rows;
        _starts += next._starts + (starts ? 1 : 0);
        _rows += next._rows;
        (_lastTime, _lastEnds) = (next._lastTime, next._lastEnds);
    }

    public readonly void Write(AggregateResult result)
    {
        result.Set(0, _difference);
        result.Set(1, _starts + 1);
        result.Set(2, _isNew);
        result.Set(3, _depth);
    }

    public readonly void Release()
    {
    }
}
