namespace Aep.Sdk.Ingestion;

/// <summary>How an ingestion is getting on.</summary>
/// <param name="RecordsSent">Rows that AEP has received.</param>
/// <param name="BatchesSent">Batches that AEP has received whole: all files are there, and their completion is acknowledged.</param>
/// <param name="BatchesProcessed">Batches whose rows are in the dataset.</param>
public sealed record IngestionProgress(long RecordsSent, int BatchesSent, int BatchesProcessed);
