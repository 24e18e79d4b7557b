namespace Aep.Sdk.Ingestion;

/// <summary>A record that waits for its group; or, without one, the wish to be told when all before it are done with.</summary>
internal sealed record PendingMessage<T>(T Record, ReadOnlyMemory<byte> Json, TaskCompletionSource? Flush = null);
