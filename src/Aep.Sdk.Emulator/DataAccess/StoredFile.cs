namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>A file that can be downloaded.</summary>
/// <param name="Name">Its name, as <c>path</c> names it.</param>
/// <param name="Path">Where it lies on disk.</param>
internal sealed record StoredFile(string Name, string Path)
{
    public long Length => new FileInfo(Path).Length;
}
