using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// A server of PostgreSQL's protocol over TLS that answers every statement with the same rows, made before: what is measured is the client.
/// </summary>
internal sealed class RowServer : IAsyncDisposable
{
    public const int Rows = 1_000_000;
    private const int RowsPerPortion = 1_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly byte[] _columns = WideRow.Description();
    private readonly byte[] _portion = WideRow.Rows(RowsPerPortion);
    private readonly Task _accepting;

    public RowServer()
    {
        CertificateFile = Path.GetTempFileName();
        _certificate = LoopbackCertificate.Create(CertificateFile);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string CertificateFile { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _certificate.Dispose();
        File.Delete(CertificateFile);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                NetworkStream plain = client.GetStream();
                await ReadAsync(plain, 8);
                await plain.WriteAsync("S"u8.ToArray());
                await using var tls = new SslStream(plain);
                await tls.AuthenticateAsServerAsync(_certificate);
                await ReadAsync(tls, BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(tls, 4)) - 4);
                await tls.WriteAsync(Message('R', [0, 0, 0, 3]));
                await MessageAsync(tls);
                await tls.WriteAsync((byte[])[.. Message('R', new byte[4]), .. Parameter("server_version", "15.0"),
                    .. Parameter("client_encoding", "UTF8"), .. Message('Z', "I"u8)]);
                while (await MessageAsync(tls) is var type && type != 'X') await AnswerAsync(tls, type);
            }
        }
        catch (Exception gone) when (gone is IOException or EndOfStreamException)
        {
            // The client has closed its session.
        }
    }

    private async Task AnswerAsync(Stream stream, char type)
    {
        if (type == 'P') await stream.WriteAsync(Message('1', []));
        if (type == 'B') await stream.WriteAsync(Message('2', []));
        if (type == 'D') await stream.WriteAsync(_columns);
        if (type == 'S') await stream.WriteAsync(Message('Z', "I"u8));
        if (type != 'E') return;
        for (int sent = 0; sent < Rows; sent += RowsPerPortion) await stream.WriteAsync(_portion);
        await stream.WriteAsync(Message('C', Encoding.UTF8.GetBytes($"SELECT {Rows}\0")));
    }

    public static byte[] Message(char type, ReadOnlySpan<byte> body)
    {
        byte[] message = new byte[5 + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), body.Length + 4);
        body.CopyTo(message.AsSpan(5));
        return message;
    }

    private static byte[] Parameter(string name, string value) => Message('S', Encoding.UTF8.GetBytes($"{name}\0{value}\0"));

    private static async Task<char> MessageAsync(Stream stream)
    {
        char type = (char)(await ReadAsync(stream, 1))[0];
        await ReadAsync(stream, BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(stream, 4)) - 4);
        return type;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count)
    {
        byte[] bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
