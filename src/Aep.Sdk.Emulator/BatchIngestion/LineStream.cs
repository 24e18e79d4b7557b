using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// Reads a file line by line, each line as a stream of its own, so that a line of any length needs no more memory than a buffer.
/// </summary>
internal sealed class LineStream(Stream source) : ReadingStream
{
    private const byte NewLine = (byte)'\n';

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _position;
    private int _length;
    private bool _lineEnded = true;

    /// <summary>Goes to the first byte of the next line that is not blank.</summary>
    /// <returns>That byte, or -1 at the end of the file.</returns>
    public async ValueTask<int> NextLineAsync(CancellationToken cancellationToken)
    {
        if (!_lineEnded)
            await CopyToAsync(Null, cancellationToken); // what is left of the line before
        while (await FillAsync(cancellationToken))
        {
            // Blanks, line ends, and the byte order mark that some editors put at the start.
            if (_buffer[_position] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or NewLine or 0xEF or 0xBB or 0xBF))
            {
                _lineEnded = false;
                return _buffer[_position];
            }
            _position++;
        }
        return -1;
    }

    /// <summary>The rest of the line, where it is in the buffer: no copy. It is good until the next call.</summary>
    public bool TryTakeLine(out ReadOnlyMemory<byte> line)
    {
        int length = _lineEnded ? -1 : _buffer.AsSpan(_position, _length - _position).IndexOf(NewLine);
        line = length < 0 ? default : _buffer.AsMemory(_position, length);
        if (length < 0)
            return false;
        _position += length + 1;
        _lineEnded = true;
        return true;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_lineEnded || buffer.IsEmpty)
            return 0;
        if (!await FillAsync(cancellationToken))
        {
            _lineEnded = true;
            return 0;
        }
        return Take(buffer.Span);
    }

    private int Take(Span<byte> target)
    {
        ReadOnlySpan<byte> available = _buffer.AsSpan(_position, Math.Min(_length - _position, target.Length));
        int end = available.IndexOf(NewLine);
        if (end >= 0)
        {
            available = available[..end];
            _position++; // the line end itself
            _lineEnded = true;
        }
        available.CopyTo(target);
        _position += available.Length;
        return available.Length;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_position < _length)
            return true;
        _position = 0;
        _length = await source.ReadAsync(_buffer, cancellationToken);
        return _length > 0;
    }
}
