namespace Aep.Sdk.Ingestion;

/// <summary>Where in the batches a file stands.</summary>
/// <param name="Batch">Which batch, from 1.</param>
/// <param name="Number">Its number in the batch, with zeros before it so that names sort.</param>
/// <param name="IsLast">Whether it is known to be the last of its batch.</param>
internal readonly record struct BatchPlace(int Batch, string Number, bool IsLast);
