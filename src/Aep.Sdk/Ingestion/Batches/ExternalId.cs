using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>The id of a batch that the client gives it, by which it is found again.</summary>
internal static class ExternalId
{
    public static string Of(string run, int batch, int attempt) => $"{run}-{batch}-{attempt}";

    /// <returns>The batch that was created with it, of several the oldest; null for none.</returns>
    public static async Task<Batch?> FindAsync(
        BatchesClient catalog, string datasetId, string externalId, CancellationToken cancellationToken) =>
        await catalog.ListAsync(new BatchQuery { DatasetId = datasetId, ExternalId = externalId })
            .FirstOrDefaultAsync(batch => batch.ExternalId == externalId, cancellationToken).ConfigureAwait(false);
}
