namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>A file that an export has written.</summary>
internal sealed record ExportedFile(string Folder, string Name, long Bytes);
