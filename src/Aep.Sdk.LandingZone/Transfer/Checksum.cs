using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The checksum that both storages check and keep: against faults of the transfer, not against attackers.</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The storage protocols demand MD5.")]
internal static class Checksum
{
    public static byte[] Of(ReadOnlySpan<byte> content) => MD5.HashData(content);

    public static IncrementalHash Begin() => IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    public static async Task<byte[]> OfAsync(Stream content, CancellationToken cancellationToken) =>
        await MD5.HashDataAsync(content, cancellationToken).ConfigureAwait(false);
}
