namespace Aep.Sdk.Ingestion;

/// <summary>One file of a batch, ready to be sent; it can be sent again.</summary>
internal abstract class IngestionPart : IDisposable
{
    /// <summary>Which batch, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Name in the batch.</summary>
    public required string Name { get; init; }

    /// <summary>True for the last file of the batch.</summary>
    public required bool IsLast { get; init; }

    public long Records { get; init; }

    public abstract long Bytes { get; }

    /// <summary>Tells this content from other content, for the journal.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>The bytes from <paramref name="offset"/> on.</summary>
    public abstract HttpContent Content(long offset, long count);

    public virtual void Dispose()
    {
    }
}
