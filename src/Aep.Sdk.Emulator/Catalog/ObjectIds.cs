using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Ids in the catalog's form: 24 hexadecimal digits that begin with the time in seconds.</summary>
internal static class ObjectIds
{
    public static string New(TimeProvider time)
    {
        Span<byte> bytes = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)time.GetUtcNow().ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(bytes[4..]);
        return Convert.ToHexStringLower(bytes);
    }
}
