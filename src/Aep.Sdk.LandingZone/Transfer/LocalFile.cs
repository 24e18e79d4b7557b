namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>A file of the disk that is gone when it is closed.</summary>
internal static class LocalFile
{
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
        bufferSize: 81_920,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
