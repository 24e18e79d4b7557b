using System.Buffers.Binary;
using System.Numerics;

namespace Propensity.Events;

/// <summary>MurmurHash3, 128 bits, x64 variant, by Austin Appleby's published algorithm. .NET does not bring it.</summary>
public static class MurmurHash3
{
    private const ulong C1 = 0x87c37b91114253d5, C2 = 0x4cf5ad432745937f;

    public static (ulong First, ulong Second) Hash128(ReadOnlySpan<byte> data, uint seed = 0)
    {
        ulong h1 = seed, h2 = seed;
        int blocks = data.Length / 16;
        for (int i = 0; i < blocks; i++)
        {
            ulong k1 = BinaryPrimitives.ReadUInt64LittleEndian(data[(i * 16)..]);
            ulong k2 = BinaryPrimitives.ReadUInt64LittleEndian(data[(i * 16 + 8)..]);
            h1 = (BitOperations.RotateLeft(h1 ^ Scramble1(k1), 27) + h2) * 5 + 0x52dce729;
            h2 = (BitOperations.RotateLeft(h2 ^ Scramble2(k2), 31) + h1) * 5 + 0x38495ab5;
        }

        Span<byte> tail = stackalloc byte[16];
        data[(blocks * 16)..].CopyTo(tail);
        h2 ^= Scramble2(BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]));
        h1 ^= Scramble1(BinaryPrimitives.ReadUInt64LittleEndian(tail));

        h1 ^= (ulong)data.Length;
        h2 ^= (ulong)data.Length;
        h1 += h2;
        h2 += h1;
        h1 = Finish(h1);
        h2 = Finish(h2);
        h1 += h2;
        h2 += h1;
        return (h1, h2);
    }

    // A tail of zeros scrambles to zero, so a missing tail changes nothing.
    private static ulong Scramble1(ulong block) => BitOperations.RotateLeft(block * C1, 31) * C2;

    private static ulong Scramble2(ulong block) => BitOperations.RotateLeft(block * C2, 33) * C1;

    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
