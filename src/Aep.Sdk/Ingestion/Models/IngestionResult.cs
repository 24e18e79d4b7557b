namespace Aep.Sdk.Ingestion;

/// <summary>What was ingested.</summary>
/// <param name="Records">Rows.</param>
/// <param name="BatchIds">The batches that hold them, all in the state success.</param>
public sealed record IngestionResult(long Records, IReadOnlyList<string> BatchIds);
