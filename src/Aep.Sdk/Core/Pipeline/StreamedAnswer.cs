using System.Net;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>The body of an answer that the caller reads; a read in which no byte comes for too long ends with an error.</summary>
internal sealed class StreamedAnswer : HttpContent
{
    private readonly HttpContent _content;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;

    public StreamedAnswer(HttpContent content, TimeSpan patience, TimeProvider time)
    {
        (_content, _patience, _time) = (content, patience, time);
        content.Headers.CopyTo(Headers);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new PatientStream(await _content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _patience, _time);

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new PatientStream(_content.ReadAsStream(cancellationToken), _patience, _time);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Stream body = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            await body.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}
