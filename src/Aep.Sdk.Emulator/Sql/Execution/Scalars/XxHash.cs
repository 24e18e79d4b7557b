using System.Buffers.Binary;
using System.IO.Hashing;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>xxHash of 64 bits: a number is its bytes, the lowest first.</summary>
internal readonly struct XxHash : ISeededHash
{
    public static long OfInt(int value, long seed)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return OfBytes(bytes, seed);
    }

    public static long OfLong(long value, long seed)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return OfBytes(bytes, seed);
    }

    public static long OfBytes(ReadOnlySpan<byte> bytes, long seed) => (long)XxHash64.HashToUInt64(bytes, seed);
}
