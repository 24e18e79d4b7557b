namespace Aep.Sdk.Emulator.Tests.Support;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aep-emulator-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
