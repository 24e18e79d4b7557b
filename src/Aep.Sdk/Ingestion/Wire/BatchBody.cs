namespace Aep.Sdk.Ingestion;

/// <summary>Body of POST /batches.</summary>
internal sealed record BatchBody(string DatasetId, BatchInputFormat InputFormat);
