using System.Net.Http.Headers;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Sends a file into a batch. In one request up to 256 MB: PUT replaces the file, so that it may be repeated. Larger ones in parts,
/// each with its place in the file, so that it may be repeated, too.
/// </summary>
internal sealed class FileUpload(IIngestionApi api, string datasetId)
{
    private const int MaxAttempts = 4;

    /// <summary>How large the parts of a large file are; AEP takes up to 512,000,000 bytes.</summary>
    public long PartBytes { get; init; } = 128 * 1024 * 1024;

    public long MaxSimpleBytes { get; init; } = IngestionOptions.MaxSimpleUploadBytes;

    public async Task SendAsync(string batchId, IngestionPart part, CancellationToken cancellationToken)
    {
        if (part.Bytes > MaxSimpleBytes)
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
        int attempt = 1;
        for (long offset = 0; offset < part.Bytes;)
        {
            long count = Math.Min(PartBytes, part.Bytes - offset);
            try
            {
                using HttpContent content = Octets(part.Content(offset, count));
                content.Headers.ContentRange = new ContentRangeHeaderValue(offset, offset + count - 1, part.Bytes);
                await api.UploadPartAsync(batchId, datasetId, part.Name, content, cancellationToken).ConfigureAwait(false);
                (offset, attempt) = (offset + count, 1);
            }
            catch (AepRequestException exception) when (exception.IsTransient && attempt++ < MaxAttempts)
            {
                // Again, to the same place: Content-Range says where the bytes belong, so they cannot be there twice.
            }
        }
        await api.ActOnFileAsync(batchId, datasetId, part.Name, "COMPLETE", cancellationToken).ConfigureAwait(false);
    }

    private static HttpContent Octets(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }
}
