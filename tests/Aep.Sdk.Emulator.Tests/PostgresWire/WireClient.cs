using System.Buffers.Binary;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>Speaks the PostgreSQL protocol byte by byte, for what no driver would send.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    public const int SslRequest = 80877103;
    public const int GssEncryptionRequest = 80877104;
    public const int CancelRequest = 80877102;
    public const int Version3 = 196608;

    private readonly TcpClient _client = new();
    private Stream _stream = Stream.Null;

    internal sealed record Message(char Type, byte[] Body)
    {
        /// <summary>A field of an ErrorResponse.</summary>
        public string? Field(char code) =>
            Encoding.UTF8.GetString(Body).Split('\0').FirstOrDefault(field => field.Length > 0 && field[0] == code)?[1..];

        public string Text => Encoding.UTF8.GetString(Body).TrimEnd('\0');
    }

    public static async Task<WireClient> ConnectAsync(EmulatorFixture fixture)
    {
        var wire = new WireClient();
        string[] endpoint = fixture.Emulator.QueryEndpoint.Split(':');
        await wire._client.ConnectAsync(endpoint[0], int.Parse(endpoint[1], CultureInfo.InvariantCulture));
        wire._stream = wire._client.GetStream();
        return wire;
    }

    /// <summary>Through TLS, start-up and password to the first ReadyForQuery.</summary>
    public static async Task<WireClient> LogInAsync(EmulatorFixture fixture)
    {
        WireClient wire = await ConnectAsync(fixture);
        await wire.SecureAsync();
        await wire.StartAsync(Version3, $"user\0{fixture.Emulator.OrgId}\0database\0dev:all\0\0");
        Assert.Equal('R', (await wire.ReadAsync()).Type);
        await wire.SendAsync('p', Text(fixture.Token));
        await wire.ReadUntilReadyAsync();
        return wire;
    }

    public async Task SecureAsync()
    {
        await StartAsync(SslRequest, "");
        Assert.Equal('S', await ReadByteAsync());
        var secure = new SslStream(_stream, false, (_, _, _, _) => true);
        await secure.AuthenticateAsClientAsync("127.0.0.1");
        _stream = secure;
    }

    public async Task StartAsync(int code, string body)
    {
        byte[] text = Encoding.UTF8.GetBytes(body);
        await _stream.WriteAsync((byte[])[.. Int32(text.Length + 8), .. Int32(code), .. text]);
    }

    public async Task SendAsync(char type, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(part => part)];
        await _stream.WriteAsync((byte[])[(byte)type, .. Int32(body.Length + 4), .. body]);
    }

    public async Task SendRawAsync(params byte[] bytes) => await _stream.WriteAsync(bytes);

    public async Task<char> ReadByteAsync()
    {
        var one = new byte[1];
        await _stream.ReadExactlyAsync(one);
        return (char)one[0];
    }

    public async Task<Message> ReadAsync()
    {
        var header = new byte[5];
        await _stream.ReadExactlyAsync(header);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4];
        await _stream.ReadExactlyAsync(body);
        return new Message((char)header[0], body);
    }

    public async Task<List<Message>> ReadUntilReadyAsync()
    {
        List<Message> messages = [];
        do
            messages.Add(await ReadAsync());
        while (messages[^1].Type != 'Z');
        return messages;
    }

    /// <summary>Whether the server has closed the connection.</summary>
    public async Task<bool> IsClosedAsync() => await _stream.ReadAsync(new byte[1]) == 0;

    public static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    public static byte[] Int16(short value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Int32(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }
}
