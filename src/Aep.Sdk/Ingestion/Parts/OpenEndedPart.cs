using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// A stream of the user's that is read once, from its beginning to an end that nobody knows. What has been read waits in memory, a piece at
/// a time, until it has arrived: so a piece can be sent again, although the stream cannot be read again.
/// </summary>
/// <param name="input">The stream.</param>
/// <param name="buffer">Holds the first piece.</param>
/// <param name="isHashed">Whether somebody will ask for the fingerprint.</param>
internal sealed class OpenEndedPart(StreamInput input, PartBuffer buffer, bool isHashed) : IngestionPart
{
    private readonly IncrementalHash? _hash = isHashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private long _before;
    private bool _isRead;

    public override long Bytes => _before + buffer.Length;

    public override bool IsOpenEnded => true;

    public override HttpContent Content(long offset, long count) => buffer.Content(offset - _before, count);

    // Without the sending, where an earlier run has sent it.
    public override async ValueTask<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            await foreach (PartPiece _ in PiecesAsync(0, cancellationToken).ConfigureAwait(false))
                continue;
        }
        return Convert.ToHexStringLower(_hash!.GetCurrentHash());
    }

    public override async IAsyncEnumerable<PartPiece> PiecesAsync(
        long pieceBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _isRead = true;
        for (bool goesOn = true; buffer.Length > 0;)
        {
            foreach (ReadOnlyMemory<byte> bytes in buffer.Pieces(0, buffer.Length))
                _hash?.AppendData(bytes.Span);
            yield return new PartPiece(_before, buffer.Length, goesOn ? null : Bytes);
            _before += buffer.Length;
            buffer.Clear();
            goesOn = goesOn && await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose() => _hash?.Dispose();
}
