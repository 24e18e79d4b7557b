using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// The body of a request that says which hash it has (<c>Content-MD5</c>, <c>x-ms-content-crc64</c>): at its end it is held against it.
/// </summary>
internal sealed class BodyHash : ReadingStream
{
    private const string Crc64Header = "x-ms-content-crc64";
    private readonly Stream _body;
    private readonly byte[] _expected;
    private readonly ContentHash _hash;
    private readonly Func<BlobException> _mismatch;

    private BodyHash(Stream body, byte[] expected, ContentHash hash, Func<BlobException> mismatch) =>
        (_body, _expected, _hash, _mismatch) = (body, expected, hash, mismatch);

    /// <exception cref="BlobException">400: a header is no such hash.</exception>
    public static Stream Of(HttpRequest request)
    {
        Stream body = request.Body;
        if (request.Headers.ContentMD5.ToString() is { Length: > 0 } md5)
            body = Checked(body, md5, ContentHash.Md5(), BlobErrors.InvalidMd5, BlobErrors.Md5Mismatch);
        if (request.Headers[Crc64Header].ToString() is { Length: > 0 } crc)
            body = Checked(body, crc, ContentHash.Crc64(), () => BlobErrors.InvalidHeader(Crc64Header, crc), BlobErrors.Crc64Mismatch);
        return body;
    }

    /// <summary>Tells the client which hash its content was found to have.</summary>
    public static void Confirm(HttpRequest request, HttpResponse response)
    {
        foreach (string name in new[] { "Content-MD5", Crc64Header })
        {
            if (request.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues value))
                response.Headers[name] = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await _body.ReadAsync(buffer, cancellationToken);
        if (count > 0)
            _hash.Append(buffer.Span[..count]);
        else if (!buffer.IsEmpty && !_hash.Result().AsSpan().SequenceEqual(_expected))
            throw _mismatch();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private static BodyHash Checked(
        Stream body, string header, ContentHash hash, Func<BlobException> invalid, Func<BlobException> mismatch)
    {
        byte[] expected = new byte[hash.Length];
        return Convert.TryFromBase64String(header, expected, out int length) && length == expected.Length
            ? new BodyHash(body, expected, hash, mismatch)
            : throw invalid();
    }
}
