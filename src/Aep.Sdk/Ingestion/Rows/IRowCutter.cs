namespace Aep.Sdk.Ingestion;

/// <summary>Cuts rows into files.</summary>
internal interface IRowCutter
{
    /// <param name="buffers">Where the files' buffers come from.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="AepException">A row is null, or cannot be written; the message says which and why.</exception>
    IAsyncEnumerable<FilledBuffer> CutAsync(PartBuffers buffers, CancellationToken cancellationToken);
}
