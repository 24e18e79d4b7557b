namespace Aep.Sdk.Ingestion;

/// <summary>One file of a batch, ready to be sent; it can be sent again.</summary>
internal abstract class IngestionPart : IDisposable
{
    /// <summary>Which batch, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Name in the batch.</summary>
    public required string Name { get; init; }

    /// <summary>True where it is known that no other file of the batch follows. A batch ends with the next one's first file, too.</summary>
    public bool IsLast { get; init; }

    public long Records { get; init; }

    /// <summary>Its size; of a file without a known end, how much has been read.</summary>
    public abstract long Bytes { get; }

    /// <summary>Whether nobody knows where it ends before it has been read.</summary>
    public virtual bool IsOpenEnded => false;

    /// <summary>Tells this content from other content, for the journal.</summary>
    public abstract ValueTask<string> FingerprintAsync(CancellationToken cancellationToken);

    /// <summary>The bytes from <paramref name="offset"/> on.</summary>
    public abstract HttpContent Content(long offset, long count);

    /// <summary>The bytes in pieces. A piece can be sent again until the next one is asked for.</summary>
    public virtual IAsyncEnumerable<PartPiece> PiecesAsync(long pieceBytes, CancellationToken cancellationToken) =>
        Pieces(pieceBytes).ToAsyncEnumerable();

    public virtual void Dispose()
    {
    }

    private IEnumerable<PartPiece> Pieces(long pieceBytes)
    {
        for (long offset = 0; offset < Bytes; offset += pieceBytes)
            yield return new PartPiece(offset, Math.Min(pieceBytes, Bytes - offset), Bytes);
    }
}
