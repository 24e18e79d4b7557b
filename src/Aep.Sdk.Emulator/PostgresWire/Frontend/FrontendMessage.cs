namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A message of the client, not yet read: its type and its body.</summary>
internal readonly record struct FrontendMessage(char Type, ReadOnlyMemory<byte> Body)
{
    public const char Query = 'Q';
    public const char Parse = 'P';
    public const char Bind = 'B';
    public const char Describe = 'D';
    public const char Execute = 'E';
    public const char Close = 'C';
    public const char Sync = 'S';
    public const char Flush = 'H';
    public const char Terminate = 'X';
    public const char Password = 'p';

    public MessageCursor Read() => new(Body);
}
