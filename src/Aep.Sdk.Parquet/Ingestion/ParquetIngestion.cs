using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Parquet;

/// <summary>Ingestion of rows as Parquet.</summary>
public static class ParquetIngestion
{
    /// <summary>
    /// Sends rows as Parquet files, in as many files and batches as needed, and waits until AEP has processed each: fewer bytes than JSON,
    /// and nothing for AEP to parse. Otherwise as the client's own <c>IngestAsync</c>.
    /// </summary>
    /// <param name="ingestion">The client.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="fields">The fields of the dataset's schema: <see cref="SchemasClient.GetFieldsAsync"/>.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">
    /// Not all of it is in the dataset; has what became of each batch, and the cause.
    /// </exception>
    /// <exception cref="AepException">The first rows already do not fit the schema; the message says which and where.</exception>
    public static Task<IngestionResult> IngestParquetAsync<T>(
        this IngestionClient ingestion, string datasetId, IAsyncEnumerable<T> rows, JsonTypeInfo<T> rowType, XdmFieldTree fields,
        IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ingestion);
        ArgumentNullException.ThrowIfNull(fields);
        var format = new ParquetRowFormat<T>(rowType, fields) { Validator = options?.Validator };
        return ingestion.IngestAsync(
            datasetId, rows, format, options is null ? null : options with { Validator = null }, cancellationToken);
    }
}
