using System.Net;
using System.Net.Sockets;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>Passes connections on to a server and cuts all of them once a number of bytes has gone through.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly CancellationTokenSource _stop = new();
    private long _left = long.MaxValue;
    private long _sent;

    public CuttingProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts once after so many bytes; then everything passes again.</summary>
    public void CutAfter(long bytes, Action? cut = null)
    {
        OnCut = cut;
        Interlocked.Exchange(ref _left, bytes);
    }

    public int Cuts { get; private set; }

    /// <summary>Bytes that came from clients.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    private Action? OnCut { get; set; }

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
            await Task.WhenAny(CopyAsync(client, server, count => Interlocked.Add(ref _sent, count)), CopyAsync(server, client, _ => { }));
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Action<int> passed)
    {
        try
        {
            byte[] piece = new byte[16 * 1024];
            int count;
            while ((count = await from.GetStream().ReadAsync(piece)) > 0)
            {
                passed(count);
                long left = Interlocked.Add(ref _left, -count);
                if (left <= 0 && left + count > 0)
                {
                    await to.GetStream().WriteAsync(piece.AsMemory(0, (int)(left + count)));
                    Interlocked.Exchange(ref _left, long.MaxValue);
                    Cuts++;
                    OnCut?.Invoke();
                    from.LingerState = to.LingerState = new LingerOption(true, 0);
                    return;
                }

                await to.GetStream().WriteAsync(piece.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other end is gone.
        }
    }
}
