using System.Net.Http.Headers;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Sends a file into a batch. In one request up to 256 MB: PUT replaces the file, so that it may be repeated. Larger ones, and those of
/// which nobody knows the end, in parts, each with its place in the file, so that it may be repeated, too.
/// </summary>
internal sealed class FileUpload(IIngestionApi api, string datasetId)
{
    private const int MaxAttempts = 4;

    /// <summary>How large the parts of a large file are; AEP takes up to 512,000,000 bytes.</summary>
    public long PartBytes { get; init; } = 128 * 1024 * 1024;

    public long MaxSimpleBytes { get; init; } = IngestionOptions.MaxSimpleUploadBytes;

    /// <exception cref="AepException">AEP refused the file, or the file cannot be read.</exception>
    public async Task SendAsync(string batchId, IngestionPart part, CancellationToken cancellationToken)
    {
        if (part.IsOpenEnded || part.Bytes > MaxSimpleBytes)
        {
            await SendInPartsAsync(batchId, part, cancellationToken).ConfigureAwait(false);
            return;
        }
        using HttpContent content = Octets(part.Content(0, part.Bytes));
        await api.UploadFileAsync(batchId, datasetId, part.Name, content, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendInPartsAsync(string batchId, IngestionPart part, CancellationToken cancellationToken)
    {
        // From the beginning: what an earlier run has left cannot be trusted to be of this content.
        await api.ActOnFileAsync(batchId, datasetId, part.Name, "INITIALIZE", cancellationToken).ConfigureAwait(false);
        await foreach (PartPiece piece in part.PiecesAsync(PartBytes, cancellationToken).ConfigureAwait(false))
        {
            if ((piece.Total ?? piece.Offset + piece.Count) > IngestionOptions.MaxBytesOfBatch)
                throw new AepException($"{part.Name} is larger than a batch may be: {IngestionOptions.MaxBytesOfBatch} bytes (1 TB).");
            await SendPieceAsync(batchId, part, piece, cancellationToken).ConfigureAwait(false);
        }
        await api.ActOnFileAsync(batchId, datasetId, part.Name, "COMPLETE", cancellationToken).ConfigureAwait(false);
    }

    private async Task SendPieceAsync(string batchId, IngestionPart part, PartPiece piece, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using HttpContent content = Octets(part.Content(piece.Offset, piece.Count));
                content.Headers.ContentRange = piece.Range;
                await api.UploadPartAsync(batchId, datasetId, part.Name, content, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AepRequestException exception) when (exception.IsTransient && attempt < MaxAttempts)
            {
                // Again, to the same place: Content-Range says where the bytes belong, so they cannot be there twice.
            }
        }
    }

    private static HttpContent Octets(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }
}
