using System.IO.Hashing;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A hash of content: the protocol has two, MD5 and the CRC-64 of NVMe.</summary>
internal abstract class ContentHash : IDisposable
{
    public static ContentHash Md5() => new Md5Hash();

    public static ContentHash Crc64() => new Crc64Hash();

    /// <summary>How many bytes the hash has.</summary>
    public abstract int Length { get; }

    public abstract void Append(ReadOnlySpan<byte> content);

    /// <summary>The hash of what was appended.</summary>
    public abstract byte[] Result();

    public virtual void Dispose()
    {
    }

    private sealed class Md5Hash : ContentHash
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

        public override int Length => MD5.HashSizeInBytes;

        public override void Append(ReadOnlySpan<byte> content) => _hash.AppendData(content);

        public override byte[] Result() => _hash.GetCurrentHash();

        public override void Dispose() => _hash.Dispose();
    }

    private sealed class Crc64Hash : ContentHash
    {
        private readonly Crc64 _hash = new(Crc64ParameterSet.Nvme);

        public override int Length => _hash.HashLengthInBytes;

        public override void Append(ReadOnlySpan<byte> content) => _hash.Append(content);

        public override byte[] Result() => _hash.GetCurrentHash();
    }
}
