using System.Globalization;
using System.Security.Cryptography;

namespace Aep.Sdk.Ingestion;

/// <summary>A stream of the user's that can seek: it is read where it is sent from, and again when that is sent again.</summary>
internal sealed class SharedStreamPart(Stream stream) : IngestionPart
{
    private readonly Stream _stream = stream;
    private readonly long _start = stream.Position;
    private readonly long _bytes = stream.Length - stream.Position;

    // An attempt that has failed may still be reading when the next one begins.
    private readonly SemaphoreSlim _turn = new(1);
    private string? _fingerprint;

    public override long Bytes => _bytes;

    public override async ValueTask<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        if (_fingerprint is null)
        {
            _stream.Position = _start;
            byte[] hash = await SHA256.HashDataAsync(_stream, cancellationToken).ConfigureAwait(false);
            _fingerprint = string.Create(CultureInfo.InvariantCulture, $"{_bytes}|{Convert.ToHexStringLower(hash)}");
        }
        return _fingerprint;
    }

    public override HttpContent Content(long offset, long count) => new StreamSection(this, offset, count);

    private sealed class StreamSection(SharedStreamPart part, long offset, long count) : SectionContent(count)
    {
        protected override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
        {
            await part._turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await CopyAsync(part._stream, StreamInput.Called, part._start + offset, target, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                part._turn.Release();
            }
        }
    }
}
