namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Names a running session to a CancelRequest.</summary>
internal readonly record struct CancelKey(int ProcessId, int Secret);
