namespace Aep.Sdk.Emulator.Hosting;

/// <summary>The folder that holds all state. A lock file keeps two emulators from writing the same one.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly bool _temporary;

    private DataFolder(string path, bool temporary)
    {
        Path = path;
        _temporary = temporary;
        _lock = TakeLock(path);
    }

    public string Path { get; }

    public static DataFolder Open(string? path)
    {
        string full = path is null
            ? Directory.CreateTempSubdirectory("aep-emulator-").FullName
            : Directory.CreateDirectory(System.IO.Path.GetFullPath(path)).FullName;
        return new DataFolder(full, temporary: path is null);
    }

    public string Subfolder(params string[] names) => Directory.CreateDirectory(System.IO.Path.Combine([Path, .. names])).FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        _lock.Dispose();
        if (_temporary)
            Directory.Delete(Path, recursive: true);
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"The data folder {path} is in use by another emulator: stop that one or choose another folder.", exception);
        }
    }
}
