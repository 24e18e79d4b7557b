using System.IO.Compression;
using System.Security.Cryptography;
using Aep.Sdk.Core;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>
/// The content of a gzip file, of which every member must be whole. <see cref="GZipStream"/> takes the end of its input for the end of the
/// content, wherever it comes: a file that was cut off would only seem shorter. So a member more is put behind the file, with a mark as its
/// content, and the end is believed when the mark has come out there. A cut between two members is none that a gzip file could show.
/// </summary>
internal sealed class WholeGzip : ReadOnlyStream
{
    // Of chance, so that no file can end in it.
    private static readonly byte[] Mark = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] Member = Pack(Mark);

    private readonly byte[] _buffer = new byte[81_920];
    private readonly MarkedFile _file;
    private readonly GZipStream _content;
    private int _from, _to;
    private bool _ended;

    public WholeGzip(Stream file)
    {
        _file = new MarkedFile(file, Member);
        _content = new GZipStream(_file, CompressionMode.Decompress);
    }

    // What could still turn out to be the mark is held back.
    private int Available => _to - _from - Mark.Length;

    /// <exception cref="InvalidDataException">It is no gzip file, or not all of one.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Available <= 0 && !_ended) await FillAsync(cancellationToken).ConfigureAwait(false);
        int count = Math.Min(Available, buffer.Length);
        _buffer.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_from.._to).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        int count = await _content.ReadAsync(_buffer.AsMemory(_to), cancellationToken).ConfigureAwait(false);
        _to += count;
        _ended = count == 0;
        if (!_ended) return;
        if (_file.IsEmpty) throw new InvalidDataException("It is empty.");
        if (!_buffer.AsSpan(.._to).SequenceEqual(Mark)) throw new InvalidDataException("It ends before its content does.");
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }
}
