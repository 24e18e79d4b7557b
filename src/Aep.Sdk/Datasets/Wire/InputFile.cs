namespace Aep.Sdk.Datasets;

/// <summary>A file that a batch was completed with, as its diagnostics name it.</summary>
internal sealed record InputFile(string Path);
