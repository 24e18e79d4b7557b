namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A setting that the server reports ('S').</summary>
internal static class ParameterStatus
{
    public static void Write(MessageWriter writer, string name, string value)
    {
        writer.Begin('S');
        writer.WriteString(name);
        writer.WriteString(value);
        writer.End();
    }
}
