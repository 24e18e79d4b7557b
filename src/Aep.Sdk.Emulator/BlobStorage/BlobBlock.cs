namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A block of a blob, or one that waits to become a part of it.</summary>
/// <param name="Id">Its id, as it came: Base64.</param>
/// <param name="Length">Its size in bytes.</param>
internal sealed record BlobBlock(string Id, long Length);
