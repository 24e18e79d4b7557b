using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Describe ('D') and Close ('C'): they name a prepared statement or a portal.</summary>
internal sealed record TargetMessage(bool IsPortal, string Name)
{
    public static TargetMessage Read(MessageCursor body)
    {
        byte kind = body.ReadByte();
        return kind is (byte)'S' or (byte)'P'
            ? new TargetMessage(kind == (byte)'P', body.ReadString())
            : throw new SqlErrorException(SqlState.ProtocolViolation, $"invalid message subtype {kind}");
    }
}
