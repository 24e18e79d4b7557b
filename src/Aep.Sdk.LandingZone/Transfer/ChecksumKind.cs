using System.IO.Hashing;
using System.Security.Cryptography;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>How a storage sums content up, to notice what changed: against faults of the transfer, not against attackers.</summary>
internal sealed class ChecksumKind(Func<Checksum> begin)
{
    /// <summary>The one that Azure keeps for a blob.</summary>
    public static ChecksumKind Md5 { get; } = new(() => Checksum.Of(HashAlgorithmName.MD5));

    /// <summary>The one that Amazon S3 keeps for an object, unless another was asked for.</summary>
    public static ChecksumKind Crc64Nvme { get; } = new(() => Checksum.Of(new Crc64(Crc64ParameterSet.Nvme)));

    public static ChecksumKind Crc32 { get; } = new(() => Checksum.Of(new Crc32()));

    public static ChecksumKind Crc32C { get; } = new(() => Checksum.Of(new Crc32(Crc32ParameterSet.Crc32C)));

    public static ChecksumKind Sha1 { get; } = new(() => Checksum.Of(HashAlgorithmName.SHA1));

    public static ChecksumKind Sha256 { get; } = new(() => Checksum.Of(HashAlgorithmName.SHA256));

    public Checksum Begin() => begin();

    public byte[] Of(ReadOnlySpan<byte> content)
    {
        using Checksum checksum = begin();
        checksum.Append(content);
        return checksum.Result();
    }
}
