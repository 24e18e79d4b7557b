namespace Aep.Sdk.Emulator.Lake;

/// <summary>
/// Who is reading the lake. What leaves it is deleted from disk when the last of those has come to an end who were reading at that moment.
/// </summary>
internal sealed class LakeReaders
{
    private readonly Lock _gate = new();
    private readonly HashSet<Reader> _reading = [];
    private readonly List<(HashSet<Reader> Readers, Action Delete)> _waiting = [];

    public IDisposable Enter()
    {
        var reader = new Reader(this);
        lock (_gate)
            _reading.Add(reader);
        return reader;
    }

    /// <summary>Deletes what nobody can find anymore: at once, or when all have left who may have found it before.</summary>
    public void WhenUnread(Action delete)
    {
        lock (_gate)
        {
            if (_reading.Count > 0)
            {
                _waiting.Add(([.. _reading], delete));
                return;
            }
        }
        delete();
    }

    private void Leave(Reader reader)
    {
        Action[] due;
        lock (_gate)
        {
            _reading.Remove(reader);
            foreach ((HashSet<Reader> readers, _) in _waiting)
                readers.Remove(reader);
            due = [.. _waiting.Where(item => item.Readers.Count == 0).Select(item => item.Delete)];
            _waiting.RemoveAll(item => item.Readers.Count == 0);
        }
        foreach (Action delete in due)
            delete();
    }

    private sealed class Reader(LakeReaders readers) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                readers.Leave(this);
        }
    }
}
