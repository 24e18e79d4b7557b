using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>Reads the HTTP requests of a connection, one after the other, with bodies of a length or in chunks.</summary>
internal sealed class HttpRequestReader(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _from, _to;

    /// <returns>False when the connection was closed instead.</returns>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadUntilAsync("\r\n\r\n", cancellationToken) is not { } head)
            return false;
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            return await ReadUntilAsync("0\r\n\r\n", cancellationToken) is not null;
        string? length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || await SkipAsync(int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture), cancellationToken);
    }

    private async Task<string?> ReadUntilAsync(string end, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (true)
        {
            if (_from == _to && !await FillAsync(cancellationToken))
                return null;
            text.Append((char)_buffer[_from++]);
            if (text.Length >= end.Length && text[^1] == end[^1] && text.ToString(text.Length - end.Length, end.Length) == end)
                return text.ToString();
        }
    }

    private async Task<bool> SkipAsync(int length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            if (_from == _to && !await FillAsync(cancellationToken))
                return false;
            int skipped = Math.Min(length, _to - _from);
            _from += skipped;
            length -= skipped;
        }
        return true;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _from = 0;
        _to = await socket.ReceiveAsync(_buffer, cancellationToken);
        return _to > 0;
    }
}
