using System.Net;
using System.Net.Sockets;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>Passes connections on to a server. What stands between decides what becomes of what comes by.</summary>
internal abstract class PassingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly CancellationTokenSource _stop = new();

    protected PassingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Looks at what has come, and may change it.</summary>
    /// <param name="piece">What has come.</param>
    /// <param name="fromClient">Whether it goes to the server.</param>
    /// <returns>How many of its bytes pass; when not all do, the connection is reset after them.</returns>
    protected abstract int Pass(Span<byte> piece, bool fromClient);

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _server.Port);
            await Task.WhenAny(CopyAsync(client, server, fromClient: true), CopyAsync(server, client, fromClient: false));
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool fromClient)
    {
        try
        {
            byte[] piece = new byte[16 * 1024];
            int count;
            while ((count = await from.GetStream().ReadAsync(piece)) > 0)
            {
                int passing = Pass(piece.AsSpan(0, count), fromClient);
                await to.GetStream().WriteAsync(piece.AsMemory(0, passing));
                if (passing == count) continue;
                from.LingerState = to.LingerState = new LingerOption(true, 0);
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other end is gone.
        }
    }
}
