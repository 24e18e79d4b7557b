namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Authentication requests ('R'). Query Service asks for the password in clear text, inside TLS.</summary>
internal static class Authentication
{
    private const int Ok = 0;
    private const int CleartextPassword = 3;

    public static void WriteCleartextPassword(MessageWriter writer) => Write(writer, CleartextPassword);

    public static void WriteOk(MessageWriter writer) => Write(writer, Ok);

    private static void Write(MessageWriter writer, int kind)
    {
        writer.Begin('R');
        writer.WriteInt32(kind);
        writer.End();
    }
}
