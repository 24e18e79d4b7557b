using System.IO.Hashing;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A hash of content that goes by piece by piece.</summary>
internal abstract class ContentHash : IDisposable
{
    /// <summary>How many bytes the hash has.</summary>
    public abstract int Length { get; }

    public static ContentHash Md5() => Of(HashAlgorithmName.MD5);

    /// <summary>The CRC-64 of NVMe, its lowest byte first.</summary>
    public static ContentHash Crc64() => new CyclicHash(new Crc64(Crc64ParameterSet.Nvme), highestFirst: false);

    public static ContentHash Of(HashAlgorithmName name) => new CryptographicHash(IncrementalHash.CreateHash(name));

    /// <summary>A cyclic redundancy check, its highest byte first.</summary>
    public static ContentHash HighestFirst(NonCryptographicHashAlgorithm hash) => new CyclicHash(hash, highestFirst: true);

    public abstract void Append(ReadOnlySpan<byte> content);

    /// <summary>The hash of what was appended.</summary>
    public abstract byte[] Result();

    public abstract void Dispose();

    private sealed class CryptographicHash(IncrementalHash hash) : ContentHash
    {
        public override int Length => hash.HashLengthInBytes;

        public override void Append(ReadOnlySpan<byte> content) => hash.AppendData(content);

        public override byte[] Result() => hash.GetCurrentHash();

        public override void Dispose() => hash.Dispose();
    }

    // The library gives the bytes lowest first.
    private sealed class CyclicHash(NonCryptographicHashAlgorithm hash, bool highestFirst) : ContentHash
    {
        public override int Length => hash.HashLengthInBytes;

        public override void Append(ReadOnlySpan<byte> content) => hash.Append(content);

        public override byte[] Result()
        {
            byte[] result = hash.GetCurrentHash();
            if (highestFirst)
                Array.Reverse(result);
            return result;
        }

        public override void Dispose()
        {
        }
    }
}
