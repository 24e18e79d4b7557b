using System.Security.Cryptography;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>A body in one piece: its end is refused when the hash or a checksum is another than the one that was sent.</summary>
internal sealed class HashedStream(Stream body, string? sha256, IReadOnlyDictionary<string, string> checksums) : ReadingStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ContentChecksum _checksum = new(checksums.Keys);
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await body.ReadAsync(buffer, cancellationToken);
        if (count == 0 && buffer.Length > 0 && !_ended)
            Check();
        _hash.AppendData(buffer.Span[..count]);
        _checksum.Append(buffer.Span[..count]);
        return count;
    }

    private void Check()
    {
        _ended = true;
        if (sha256 is not null && !S3Sessions.Same(Convert.ToHexStringLower(_hash.GetCurrentHash()), sha256))
            throw S3Errors.HashMismatch();
        if (checksums.Any(checksum => _checksum.Of(checksum.Key) != checksum.Value))
            throw S3Errors.BadDigest();
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        _checksum.Dispose();
        base.Dispose(disposing);
    }
}
