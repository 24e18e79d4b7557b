namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Gives a prepared statement its parameters ('B').</summary>
internal sealed record BindMessage(
    string Portal, string Statement, IReadOnlyList<short> ParameterFormats, IReadOnlyList<byte[]?> Parameters,
    IReadOnlyList<short> ResultFormats)
{
    public static BindMessage Read(MessageCursor body)
    {
        (string portal, string statement) = (body.ReadString(), body.ReadString());
        short[] formats = Codes(body);
        var parameters = new byte[]?[body.ReadInt16()];
        for (int index = 0; index < parameters.Length; index++)
        {
            int length = body.ReadInt32();
            parameters[index] = length < 0 ? null : body.ReadBytes(length);
        }
        return new BindMessage(portal, statement, formats, parameters, Codes(body));
    }

    public ValueFormat FormatOf(int parameter) => (ValueFormat)(ParameterFormats.Count switch
    {
        0 => 0,
        1 => ParameterFormats[0],
        _ => ParameterFormats[parameter],
    });

    private static short[] Codes(MessageCursor body)
    {
        var codes = new short[body.ReadInt16()];
        for (int index = 0; index < codes.Length; index++)
            codes[index] = body.ReadInt16();
        return codes;
    }
}
