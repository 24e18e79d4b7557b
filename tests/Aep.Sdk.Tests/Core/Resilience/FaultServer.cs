using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>
/// An HTTP server on a socket that misbehaves as told: each request gets the next answer of a list, the last one stays. Without answers, it
/// refuses connections.
/// </summary>
internal sealed class FaultServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Answer[] _answers;
    private int _requests, _connections;

    public FaultServer(params Answer[] answers)
    {
        _answers = answers;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");
        // A port that is bound but not listened to refuses connections, and no other server of the tests gets it.
        if (answers.Length == 0)
            return;
        _listener.Listen(1_000);
        _ = AcceptAsync();
    }

    /// <summary>What a connection does with a request that has arrived whole; false closes it.</summary>
    public delegate Task<bool> Answer(Socket socket, CancellationToken cancellationToken);

    public Uri Url { get; }

    /// <summary>Requests that have arrived whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Connections that were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    public static Answer Respond(int status, string body, string type = "application/json", string headers = "") =>
        Respond(status, Encoding.UTF8.GetBytes(body), type, headers);

    public static Answer Respond(int status, byte[] body, string type = "application/json", string headers = "") =>
        async (socket, cancellationToken) =>
    {
        string head = string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers}\r\n");
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await socket.SendAsync(body, cancellationToken);
        return true;
    };

    public static Task<bool> Reset(Socket socket, CancellationToken cancellationToken)
    {
        socket.LingerState = new LingerOption(true, 0);
        return Task.FromResult(false);
    }

    public static async Task<bool> ResetInBody(Socket socket, CancellationToken cancellationToken)
    {
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":\"1\""u8.ToArray(),
            cancellationToken);
        return false;
    }

    public static async Task<bool> Silence(Socket socket, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return false;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync(_stop.Token);
                socket.NoDelay = true;
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var requests = new HttpRequestReader(socket);
                while (await requests.ReadAsync(_stop.Token))
                {
                    int number = Interlocked.Increment(ref _requests);
                    if (!await _answers[Math.Min(number, _answers.Length) - 1](socket, _stop.Token))
                        return;
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }
}
