namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Prepares a statement ('P').</summary>
internal sealed record ParseMessage(string Statement, string Sql, IReadOnlyList<uint> ParameterTypes)
{
    public static ParseMessage Read(MessageCursor body)
    {
        (string name, string sql) = (body.ReadString(), body.ReadString());
        var types = new uint[body.ReadInt16()];
        for (int index = 0; index < types.Length; index++)
            types[index] = (uint)body.ReadInt32();
        return new ParseMessage(name, sql, types);
    }
}
