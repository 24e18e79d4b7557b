using System.Net;

namespace Aep.Sdk.Ingestion;

/// <summary>A section of a file as the body of a request; written anew for each attempt.</summary>
internal abstract class SectionContent(long count) : HttpContent
{
    private const int CopyBytes = 128 * 1024;

    protected long Count => count;

    protected abstract Task WriteAsync(Stream target, CancellationToken cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = count;
        return true;
    }

    /// <summary>Copies the section.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="position">Where in the source the section begins.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="AepException">The source cannot be read, or ends too early: sending it again would not help.</exception>
    protected async Task CopyAsync(Stream source, string name, long position, Stream target, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[CopyBytes];
        for (long left = count; left > 0;)
        {
            Memory<byte> free = buffer.AsMemory(0, (int)Math.Min(left, CopyBytes));
            int read = await ReadAsync(source, name, position + count - left, free, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw new AepException($"{name} ended {left} bytes before its length.");
            await target.WriteAsync(free[..read], cancellationToken).ConfigureAwait(false);
            left -= read;
        }
    }

    private static async ValueTask<int> ReadAsync(
        Stream source, string name, long position, Memory<byte> free, CancellationToken cancellationToken)
    {
        try
        {
            if (source.Position != position)
                source.Position = position;
            return await source.ReadAsync(free, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (StreamFault.Is(fault))
        {
            throw StreamFault.Of(fault, $"{name}, at byte {position},");
        }
    }
}
