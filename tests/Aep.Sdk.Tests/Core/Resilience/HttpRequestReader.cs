using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>Reads one HTTP request off a socket, with a body of a length or in chunks.</summary>
internal static class HttpRequestReader
{
    /// <returns>False when the connection was closed instead.</returns>
    public static async Task<bool> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        if (await ReadUntilAsync(socket, "\r\n\r\n", cancellationToken) is not { } head)
            return false;
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            return await ReadUntilAsync(socket, "0\r\n\r\n", cancellationToken) is not null;
        string? length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || await SkipAsync(socket, int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture), cancellationToken);
    }

    private static async Task<string?> ReadUntilAsync(Socket socket, string end, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (text.Length < end.Length || text.ToString(text.Length - end.Length, end.Length) != end)
        {
            if (await socket.ReceiveAsync(one, cancellationToken) == 0)
                return null;
            text.Append((char)one[0]);
        }
        return text.ToString();
    }

    private static async Task<bool> SkipAsync(Socket socket, int length, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        while (length > 0)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(length, buffer.Length)), cancellationToken);
            if (read == 0)
                return false;
            length -= read;
        }
        return true;
    }
}
