namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>A file that an export has written.</summary>
/// <param name="Folder">The folder of the destination that it goes to.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Staged">Its name in the folder of the run until it lands.</param>
internal sealed record ExportedFile(string Folder, string Name, long Bytes, string Staged)
{
    /// <summary>Folder and name.</summary>
    public string Place => $"{Folder}/{Name}".TrimStart('/');
}
