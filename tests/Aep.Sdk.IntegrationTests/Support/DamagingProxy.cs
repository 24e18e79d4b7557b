using System.Net;
using System.Net.Sockets;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>
/// Passes connections on to a server, and changes one byte in the middle of a long run of the same byte that comes by: a body, for no
/// header has such a run.
/// </summary>
internal sealed class DamagingProxy : IDisposable
{
    private const int Run = 1000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly CancellationTokenSource _stop = new();
    private int _left;

    public DamagingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many more bytes are changed, at most one in what comes at a time.</summary>
    public int Left
    {
        get => Volatile.Read(ref _left);
        set => Volatile.Write(ref _left, value);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

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
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            byte[] piece = new byte[16 * 1024];
            int count;
            while ((count = await from.GetStream().ReadAsync(piece)) > 0)
            {
                Damage(piece.AsSpan(0, count));
                await to.GetStream().WriteAsync(piece.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other end is gone.
        }
    }

    private void Damage(Span<byte> piece)
    {
        for (int start = 0; start + Run <= piece.Length; start += Run)
        {
            Span<byte> run = piece.Slice(start, Run);
            if (run.ContainsAnyExcept(run[0])) continue;
            if (Interlocked.Decrement(ref _left) >= 0)
                run[Run / 2]++;
            else
                Interlocked.Increment(ref _left);
            return;
        }
    }
}
