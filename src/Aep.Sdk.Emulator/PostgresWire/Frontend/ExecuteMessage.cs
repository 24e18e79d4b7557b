namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Runs a portal ('E'). <see cref="MaxRows"/> 0 means all rows.</summary>
internal sealed record ExecuteMessage(string Portal, int MaxRows)
{
    public static ExecuteMessage Read(MessageCursor body) => new(body.ReadString(), body.ReadInt32());
}
