namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Why a row does not fit its schema.</summary>
internal sealed record RowFault(RowErrorCode Code, string Message);
