namespace Aep.Sdk.Ingestion;

/// <summary>A file of rows.</summary>
/// <param name="Buffer">Its bytes.</param>
/// <param name="Records">Its rows.</param>
/// <param name="EndsBatch">Whether the batch has all the rows that it may have.</param>
internal readonly record struct FilledBuffer(PartBuffer Buffer, long Records, bool EndsBatch);
