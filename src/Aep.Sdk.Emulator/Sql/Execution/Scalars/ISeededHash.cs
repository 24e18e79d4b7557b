namespace Aep.Sdk.Emulator.Sql;

/// <summary>A hash that goes on from that of the values before.</summary>
internal interface ISeededHash
{
    static abstract long OfInt(int value, long seed);

    static abstract long OfLong(long value, long seed);

    static abstract long OfBytes(ReadOnlySpan<byte> bytes, long seed);
}
