using System.Globalization;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// A file of the user's. It is read when it is sent, and again when it is sent again; if it has changed meanwhile, that is an error.
/// </summary>
internal sealed class FilePart(FileInfo file) : IngestionPart
{
    private readonly long _bytes = file.Length;
    private readonly DateTime _written = file.LastWriteTimeUtc;

    public override long Bytes => _bytes;

    // The time of the last write stands for the content: a folder of 100 GB is not read only to be skipped.
    public override ValueTask<string> FingerprintAsync(CancellationToken cancellationToken) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file.Name}|{_bytes}|{_written.Ticks}"));

    public override HttpContent Content(long offset, long count) => new FileContent(this, offset, count);

    private FileStream Open()
    {
        file.Refresh();
        if (!file.Exists || file.Length != _bytes || file.LastWriteTimeUtc != _written)
            throw new AepException($"{file.FullName} was changed while it was being sent.");
        return new FileStream(
            file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    private sealed class FileContent(FilePart part, long offset, long count) : SectionContent(count)
    {
        protected override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
        {
            FileStream source = part.Open();
            await using (source.ConfigureAwait(false))
            {
                await CopyAsync(source, source.Name, offset, target, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
