namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The touches of a channel in a run of events: the first with its time, the last, and the time of the last event. NULL is no touch.
/// </summary>
internal struct Touches
{
    private NativeText _first;
    private long? _firstTime;
    private NativeText _last;
    private long? _endTime;

    public static Touches Of(AggregateRow row)
    {
        NativeText touched = row.Text(0);
        long? time = row.Integer(1);
        return new Touches { _first = touched, _firstTime = touched.IsNull ? null : time, _last = touched.Share(), _endTime = time };
    }

    public void Append(in Touches next)
    {
        if (_first.IsNull)
            (_first, _firstTime) = (next._first.Share(), next._firstTime);
        if (!next._last.IsNull)
        {
            _last.Release();
            _last = next._last.Share();
        }
        _endTime = next._endTime;
    }

    public readonly Touches Share() => this with { _first = _first.Share(), _last = _last.Share() };

    public readonly void Write(AggregateResult result)
    {
        result.Set(0, _first);
        result.Set(1, _firstTime);
        result.Set(2, _last);
        result.Set(3, _endTime);
    }

    public readonly void Release()
    {
        _first.Release();
        _last.Release();
    }
}
