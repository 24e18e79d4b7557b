namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A command ended well ('C').</summary>
internal static class CommandComplete
{
    public static void Write(MessageWriter writer, string tag)
    {
        writer.Begin('C');
        writer.WriteString(tag);
        writer.End();
    }
}
