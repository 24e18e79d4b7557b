namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>A row that does not fit its schema. <see cref="Row"/> counts from 1 within the file.</summary>
internal sealed record RowError(string File, long Row, string Code, string Message);
