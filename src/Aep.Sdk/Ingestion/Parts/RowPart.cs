using System.Security.Cryptography;

namespace Aep.Sdk.Ingestion;

/// <summary>Rows that were written into a buffer; it goes back when the part is done with.</summary>
internal sealed class RowPart(RowBuffers buffers, RowBuffer buffer) : IngestionPart
{
    private readonly long _bytes = buffer.Length;
    private string? _fingerprint;

    public override long Bytes => _bytes;

    public override string Fingerprint => _fingerprint ??= Hash();

    public override HttpContent Content(long offset, long count) => buffer.Content(offset, count);

    public override void Dispose() => buffers.Return(buffer);

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> piece in buffer.Pieces(0, _bytes))
            hash.AppendData(piece.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
