using System.Buffers.Binary;
using System.Numerics;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Murmur3 of 32 bits as Spark has it: the bytes behind the last four are mixed in one by one, each as a signed number.</summary>
internal readonly struct Murmur3 : ISeededHash
{
    private const int Word = sizeof(int);

    public static long OfInt(int value, long seed) => Finish(Mix((uint)seed, (uint)value), Word);

    public static long OfLong(long value, long seed) =>
        Finish(Mix(Mix((uint)seed, (uint)value), (uint)(value >> 32)), sizeof(long));

    public static long OfBytes(ReadOnlySpan<byte> bytes, long seed)
    {
        uint hash = (uint)seed;
        int words = bytes.Length - bytes.Length % Word;
        for (int at = 0; at < words; at += Word)
            hash = Mix(hash, BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]));
        foreach (byte rest in bytes[words..])
            hash = Mix(hash, (uint)(sbyte)rest);
        return Finish(hash, (uint)bytes.Length);
    }

    private static uint Mix(uint hash, uint word)
    {
        word = BitOperations.RotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
        return BitOperations.RotateLeft(hash ^ word, 13) * 5 + 0xe6546b64;
    }

    private static int Finish(uint hash, uint length)
    {
        hash ^= length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return (int)(hash ^ (hash >> 16));
    }
}
