namespace Aep.Sdk.Parquet;

/// <summary>The levels of a column, kept run by run: those of most columns hardly ever change.</summary>
internal sealed class XdmLevels
{
    private readonly List<Run> _runs = [];
    private Run _last;

    public int Count { get; private set; }

    public void Add(int level, int times)
    {
        Count += times;
        if (level == _last.Level)
        {
            _last = _last with { Times = _last.Times + times };
            return;
        }
        if (_last.Times > 0)
            _runs.Add(_last);
        _last = new Run(level, times);
    }

    /// <summary>Each level by itself, as the library wants them.</summary>
    /// <param name="memory">Where to; has room for <see cref="Count"/>.</param>
    public ReadOnlyMemory<int> CopyTo(Memory<int> memory)
    {
        int place = 0;
        foreach (Run run in _runs)
        {
            memory.Span.Slice(place, run.Times).Fill(run.Level);
            place += run.Times;
        }
        memory.Span.Slice(place, _last.Times).Fill(_last.Level);
        return memory[..Count];
    }

    public void Clear()
    {
        _runs.Clear();
        (_last, Count) = (default, 0);
    }

    private readonly record struct Run(int Level, int Times);
}
