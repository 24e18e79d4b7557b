namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Files and bytes that went in and came out.</summary>
internal sealed record BatchMetrics(int InputFiles, long InputBytes, int OutputFiles, long OutputBytes);
