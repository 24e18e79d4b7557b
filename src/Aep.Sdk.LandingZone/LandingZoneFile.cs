namespace Aep.Sdk.LandingZones;

/// <summary>A file of a landing zone.</summary>
/// <param name="Path">Its path in the container, without a leading slash.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="LastModified">When it was written, UTC.</param>
public sealed record LandingZoneFile(string Path, long Length, DateTimeOffset? LastModified);
