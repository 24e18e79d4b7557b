namespace Aep.Sdk.Ingestion;

/// <summary>
/// A stream of the user's as a file. One that can seek is read where it is sent from; of another, as much as a file may have waits in
/// memory until it has arrived. Either way every request can be repeated.
/// </summary>
internal sealed class StreamInput(Stream stream, IngestionOptions options)
{
    /// <summary>What errors call it.</summary>
    public const string Called = "The stream";

    /// <param name="name">Name of the file.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ArgumentException">The stream is empty, or cannot be read.</exception>
    /// <exception cref="AepException">Reading it has failed.</exception>
    public async Task<IngestionPart> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (!stream.CanRead)
            throw new ArgumentException($"{Called} cannot be read: it is closed, or is for writing only.", nameof(stream));
        if (stream.CanSeek)
            return stream.Position < stream.Length ? new SharedStreamPart(stream) { Batch = 1, Name = name, IsLast = true } : throw Empty();
        var buffer = new PartBuffer();
        bool goesOn = await ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (buffer.Length == 0)
            throw Empty();
        return goesOn
            ? new OpenEndedPart(this, buffer, isHashed: options.JournalFile is not null) { Batch = 1, Name = name, IsLast = true }
            : new BufferedPart(buffer, buffers: null) { Batch = 1, Name = name, IsLast = true };
    }

    /// <summary>Reads as much as a file may have.</summary>
    /// <returns>False when the stream ended before.</returns>
    public async Task<bool> ReadAsync(PartBuffer buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await buffer.FillAsync(stream, options.MaxFileBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (StreamFault.Is(fault))
        {
            throw StreamFault.Of(fault, Called);
        }
    }

    private ArgumentException Empty() => new(
        stream.CanSeek && stream.Length > 0
            ? $"{Called} stands at its end: nothing is left to be sent. Set its Position to where the content begins."
            : $"{Called} is empty.",
        nameof(stream));
}
