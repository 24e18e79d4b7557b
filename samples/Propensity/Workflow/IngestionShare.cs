using Aep.Sdk.Ingestion;

namespace Propensity.Workflow;

/// <summary>Shows an ingestion as the share of its batches that are in the dataset.</summary>
public sealed class IngestionShare(IProgress<double> share, long rows, int rowsPerBatch) : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value) =>
        share.Report(Math.Min(1, value.BatchesProcessed / Math.Ceiling((double)rows / rowsPerBatch)));
}
