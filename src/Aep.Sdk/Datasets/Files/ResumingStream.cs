using Aep.Sdk.Core;

namespace Aep.Sdk.Datasets;

/// <summary>
/// The body of a file. When the connection breaks, it goes on where it was; it ends well only when the announced length has come.
/// </summary>
internal sealed class ResumingStream : ReadOnlyStream
{
    private readonly FileDownload _download;
    private readonly long? _length;
    private HttpResponseMessage? _response;
    private Stream? _body;
    private long _position;
    private int _breaks;

    private ResumingStream(FileDownload download, HttpResponseMessage response)
    {
        _download = download;
        _response = response;
        _length = response.Content.Headers.ContentLength;
    }

    public override long Length => _length ?? throw new NotSupportedException("The server did not say how long the file is.");

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public static async Task<Stream> OpenAsync(FileDownload download, CancellationToken cancellationToken) =>
        new ResumingStream(download, await download.OpenAsync(0, null, cancellationToken).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Exception? fault = null;
            try
            {
                int read = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read > 0 || buffer.IsEmpty || _length is null || _position == _length) return Moved(read);
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException)
            {
                fault = exception;
            }

            LetGo();
            if (_length is null || ++_breaks > _download.Resumes)
                throw new AepException(
                    $"GET {_download.Route} broke off after {_position} of {_length?.ToString() ?? "unknown"} bytes.", fault);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) LetGo();
        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _response ??= await _download.OpenAsync(_position, _length, cancellationToken).ConfigureAwait(false);
        _body ??= await _response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    private int Moved(int read)
    {
        _position += read;
        if (read > 0)
            _breaks = 0; // a long download may break more often than a dead server is asked
        return _position > _length
            ? throw new AepException($"GET {_download.Route} gave more than the {_length} bytes that it announced.")
            : read;
    }

    private void LetGo()
    {
        _body?.Dispose();
        _response?.Dispose();
        (_body, _response) = (null, null);
    }
}
