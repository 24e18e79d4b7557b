using Aep.Sdk.Core;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A file, and behind its last byte something more.</summary>
internal sealed class MarkedFile(Stream file, ReadOnlyMemory<byte> mark) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _left = mark;
    private bool _ended;

    public bool IsEmpty { get; private set; } = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = _ended ? 0 : await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            IsEmpty = false;
            return count;
        }

        _ended = true;
        ReadOnlyMemory<byte> next = _left[..Math.Min(buffer.Length, _left.Length)];
        next.CopyTo(buffer);
        _left = _left[next.Length..];
        return next.Length;
    }
}
