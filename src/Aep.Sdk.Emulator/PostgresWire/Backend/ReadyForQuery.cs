namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The server waits for the next query ('Z').</summary>
internal static class ReadyForQuery
{
    public static void Write(MessageWriter writer, TransactionStatus status)
    {
        writer.Begin('Z');
        writer.WriteByte((byte)status);
        writer.End();
    }
}
