using System.Globalization;
using System.Net;

namespace Aep.Sdk.Ingestion;

/// <summary>A file of the user's. It is read when it is sent, and again when it is sent again; if it has changed meanwhile, that is an error.</summary>
internal sealed class FilePart(FileInfo file) : IngestionPart
{
    private readonly long _bytes = file.Length;
    private readonly DateTime _written = file.LastWriteTimeUtc;

    public override long Bytes => _bytes;

    // The time of the last write stands for the content: a folder of 100 GB is not read only to be skipped.
    public override string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{file.Name}|{_bytes}|{_written.Ticks}");

    public override HttpContent Content(long offset, long count) => new FileContent(this, offset, count);

    private FileStream Open()
    {
        file.Refresh();
        if (file.Length != _bytes || file.LastWriteTimeUtc != _written)
            throw new AepException($"{file.FullName} was changed while it was being sent.");
        return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    private sealed class FileContent(FilePart part, long offset, long count) : HttpContent
    {
        private const int BufferBytes = 128 * 1024;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            FileStream source = part.Open();
            await using (source.ConfigureAwait(false))
            {
                source.Position = offset;
                byte[] buffer = new byte[BufferBytes];
                for (long left = count; left > 0;)
                {
                    int read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, BufferBytes)), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                        throw new AepException($"{source.Name} ended before its length.");
                    await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    left -= read;
                }
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = count;
            return true;
        }
    }
}
