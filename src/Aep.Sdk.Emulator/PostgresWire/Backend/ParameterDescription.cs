namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The types of a prepared statement's parameters ('t').</summary>
internal static class ParameterDescription
{
    public static void Write(MessageWriter writer, IReadOnlyList<uint> types)
    {
        writer.Begin('t');
        writer.WriteInt16((short)types.Count);
        foreach (uint type in types)
            writer.WriteInt32((int)type);
        writer.End();
    }
}
