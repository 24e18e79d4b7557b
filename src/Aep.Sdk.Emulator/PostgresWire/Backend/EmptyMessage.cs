namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Messages without a body.</summary>
internal static class EmptyMessage
{
    public const char ParseComplete = '1';
    public const char BindComplete = '2';
    public const char CloseComplete = '3';
    public const char NoData = 'n';
    public const char PortalSuspended = 's';
    public const char EmptyQueryResponse = 'I';

    public static void Write(MessageWriter writer, char type)
    {
        writer.Begin(type);
        writer.End();
    }
}
