using Aep.Sdk.Core.Diagnostics;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Reads the body of an answer into memory.</summary>
internal static class AnswerBuffer
{
    /// <summary>This much of an error is kept.</summary>
    public const int MaxErrorBytes = 64 * 1024;

    private const int FirstBytes = 4 * 1024;

    public static async ValueTask<HttpContent> ReadAsync(HttpContent content, bool keepWhole, IdleWatch watch)
    {
        Stream stream = await content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
        byte[] buffer = new byte[InitialSize(content)];
        int length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (!keepWhole && length >= MaxErrorBytes)
                    break;
                Array.Resize(ref buffer, checked(buffer.Length * 2));
            }
            ValueTask<int> reading = stream.ReadAsync(buffer.AsMemory(length), watch.Token);
            if (!reading.IsCompleted)
                watch.Moved(); // the patience is for a wait: most answers came with their headers
            int read = await reading.ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }
        AepDiagnostics.BytesReceived.Add(length);
        return new AnswerContent(buffer, length, content.Headers);
    }

    // One byte more than announced: the read that finds the end needs room.
    private static int InitialSize(HttpContent content) =>
        content.Headers.ContentLength is { } announced and < MaxErrorBytes ? (int)announced + 1 : FirstBytes;
}
