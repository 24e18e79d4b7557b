namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A block that was staged and is in no blob yet.</summary>
/// <param name="Id">Its id, as it came: Base64.</param>
/// <param name="Length">Its size in bytes.</param>
internal sealed record StagedBlock(string Id, long Length);
