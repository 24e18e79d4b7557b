using System.Net;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>The body of a request; tells a watch of each piece that has left.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly IdleWatch _watch;

    public WatchedContent(HttpContent content, IdleWatch watch)
    {
        _content = content;
        _watch = watch;
        content.Headers.CopyTo(Headers);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _content.CopyToAsync(new WatchedStream(stream, _watch.Moved), context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }
}
