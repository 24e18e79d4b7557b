using Aep.Sdk.LandingZones.Transfer;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>The checksums that Amazon S3 keeps with its objects.</summary>
internal static class S3Checksums
{
    /// <summary>The checksum of the whole object; null where S3 has only one of its parts' checksums.</summary>
    public static StoredChecksum? Of(GetObjectMetadataResponse found)
    {
        if (found.ChecksumType == ChecksumType.COMPOSITE) return null;
        (ChecksumKind Kind, string? Value)[] kept =
        [
            (ChecksumKind.Crc64Nvme, found.ChecksumCRC64NVME), (ChecksumKind.Crc32, found.ChecksumCRC32),
            (ChecksumKind.Crc32C, found.ChecksumCRC32C), (ChecksumKind.Sha256, found.ChecksumSHA256),
            (ChecksumKind.Sha1, found.ChecksumSHA1),
        ];
        (ChecksumKind? kind, string? value) = kept.FirstOrDefault(checksum => !string.IsNullOrEmpty(checksum.Value));
        return value is null ? null : new StoredChecksum(kind!, Convert.FromBase64String(value));
    }
}
