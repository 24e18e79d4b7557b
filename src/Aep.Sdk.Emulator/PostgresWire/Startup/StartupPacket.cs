using System.Buffers.Binary;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>What a client sends before there are typed messages: a length, a code, a body.</summary>
internal sealed record StartupPacket(int Code, byte[] Body)
{
    public const int SslRequest = 80877103;
    public const int GssEncryptionRequest = 80877104;
    public const int CancelRequest = 80877102;

    private const int HeaderSize = 8;
    private const int LargestPacket = 10_000;

    /// <summary>The major version of the protocol that a startup message asks for; 3 is the only one.</summary>
    public int MajorVersion => Code >> 16;

    /// <summary>Reads one packet and not a byte more: what follows may be TLS. Null when the client has gone.</summary>
    public static async Task<StartupPacket?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderSize];
        if (await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellationToken) < HeaderSize)
            return null;
        int length = BinaryPrimitives.ReadInt32BigEndian(header);
        if (length is < HeaderSize or > LargestPacket)
            throw new SqlErrorException(SqlState.ProtocolViolation, "invalid length of startup packet");
        var body = new byte[length - HeaderSize];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new StartupPacket(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(sizeof(int))), body);
    }

    public CancelKey ReadCancelKey()
    {
        var body = new MessageCursor(Body);
        return new CancelKey(body.ReadInt32(), body.ReadInt32());
    }

    /// <summary>The parameters of a startup message: user, database, application_name…</summary>
    public Dictionary<string, string> ReadParameters()
    {
        var body = new MessageCursor(Body);
        Dictionary<string, string> parameters = [];
        for (string name = body.ReadString(); name.Length > 0; name = body.ReadString())
            parameters[name] = body.ReadString();
        return parameters;
    }
}
