namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The key with which another connection may cancel this one's query ('K').</summary>
internal static class BackendKeyData
{
    public static void Write(MessageWriter writer, CancelKey key)
    {
        writer.Begin('K');
        writer.WriteInt32(key.ProcessId);
        writer.WriteInt32(key.Secret);
        writer.End();
    }
}
