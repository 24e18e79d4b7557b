using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The PostgreSQL endpoint of Query Service: listens on loopback, one task a connection.</summary>
internal sealed partial class QueryEndpoint(
    AepEmulatorOptions options, EmulatorAddresses addresses, ClientConnection connections, ILogger<QueryEndpoint> logger) : IHostedService,
    IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        int port = options.QueryPort ?? (options.Port == 0 ? 0 : options.Port + 1);
        _listener = new TcpListener(IPAddress.Parse(EmulatorAddresses.Host), port);
        _listener.Start();
        addresses.QueryPort = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _listener?.Stop();
        await _accepting.WaitAsync(cancellationToken);
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Socket socket = await listener.AcceptSocketAsync(_stopping.Token);
                socket.NoDelay = true;
                Track(Task.Run(() => ServeAsync(socket), CancellationToken.None));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                LogNotAccepted(exception.Message);
            }
        }
    }

    private void Track(Task task)
    {
        _running[task] = 0;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await connections.RunAsync(stream, ((IPEndPoint)socket.RemoteEndPoint!).Address, _stopping.Token);
        }
        catch (Exception exception)
        {
            LogBroken(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "No connection accepted: {Reason}")]
    private partial void LogNotAccepted(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A connection to Query Service broke off")]
    private partial void LogBroken(Exception exception);
}
