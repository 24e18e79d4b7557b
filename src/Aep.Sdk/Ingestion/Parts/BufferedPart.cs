using System.Security.Cryptography;

namespace Aep.Sdk.Ingestion;

/// <summary>A file that is in a buffer.</summary>
/// <param name="buffer">Holds it.</param>
/// <param name="buffers">Where the buffer goes when the part is done with; null for nowhere.</param>
internal sealed class BufferedPart(PartBuffer buffer, PartBuffers? buffers) : IngestionPart
{
    private readonly long _bytes = buffer.Length;
    private string? _fingerprint;

    public override long Bytes => _bytes;

    public override ValueTask<string> FingerprintAsync(CancellationToken cancellationToken) => new(_fingerprint ??= Hash());

    public override HttpContent Content(long offset, long count) => buffer.Content(offset, count);

    public override void Dispose() => buffers?.Return(buffer);

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> piece in buffer.Pieces(0, _bytes))
            hash.AppendData(piece.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
