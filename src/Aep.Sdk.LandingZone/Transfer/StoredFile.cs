namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>One version of a file.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="Checksum">Its checksum, where the storage knows one of the whole file.</param>
internal sealed record StoredFile(long Length, string Version, StoredChecksum? Checksum);
