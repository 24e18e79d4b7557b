namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The state of the transaction block, as ReadyForQuery reports it.</summary>
internal enum TransactionStatus : byte
{
    Idle = (byte)'I',
    InBlock = (byte)'T',
    Failed = (byte)'E',
}
