namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The checksum that a storage keeps with a file.</summary>
internal sealed record StoredChecksum(ChecksumKind Kind, byte[] Value);
