using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The body of a request that says which MD5 it has (<c>Content-MD5</c>): at its end it is held against it.</summary>
internal sealed class BodyHash : Stream
{
    private readonly Stream _body;
    private readonly byte[] _expected;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    private BodyHash(Stream body, byte[] expected) => (_body, _expected) = (body, expected);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="BlobException">400: the header is no MD5.</exception>
    public static Stream Of(HttpRequest request)
    {
        string header = request.Headers.ContentMD5.ToString();
        if (header.Length == 0)
            return request.Body;
        byte[] expected = new byte[MD5.HashSizeInBytes];
        return Convert.TryFromBase64String(header, expected, out int length) && length == expected.Length
            ? new BodyHash(request.Body, expected)
            : throw BlobErrors.InvalidMd5();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await _body.ReadAsync(buffer, cancellationToken);
        if (count > 0)
            _hash.AppendData(buffer.Span[..count]);
        else if (!buffer.IsEmpty && !_hash.GetCurrentHash().AsSpan().SequenceEqual(_expected))
            throw BlobErrors.Md5Mismatch();
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body is read asynchronously.");
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
