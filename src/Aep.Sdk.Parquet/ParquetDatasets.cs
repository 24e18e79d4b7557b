using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core;
using Aep.Sdk.Datasets;
using Aep.Sdk.Parquet.Reading;

namespace Aep.Sdk.Parquet;

/// <summary>Rows of datasets, from their Parquet files.</summary>
public static class ParquetDatasets
{
    /// <summary>
    /// The rows of a dataset: of each batch that succeeded, in the order of the batches. Only the columns that <typeparamref name="T"/> has
    /// are read. One part of a file is on disk (in the folder for temporary files) and one row group of those columns in memory at a time;
    /// of a large one (a million values) a single column, while the others wait on the disk, too.
    /// </summary>
    /// <remarks>
    /// Columns find their members by the names that the members have in JSON. Structures become objects, lists and maps the same, times are
    /// UTC; a value that is null is left out, so that the member keeps its default; a required member is null then. The rows of files that
    /// are older than a column come without it.
    /// </remarks>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="datasets">The client.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>: the same that rows are ingested with will do.</param>
    /// <param name="options">Columns and batches, or null for all that <typeparamref name="T"/> has.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AepException">
    /// A download broke off again and again, a file is no Parquet or damaged, no file has any of the columns, or a row cannot become a
    /// <typeparamref name="T"/>; the message says which.
    /// </exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        this DatasetsClient datasets, string datasetId, JsonTypeInfo<T> type, DatasetReadOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        ArgumentNullException.ThrowIfNull(type);
        options ??= new DatasetReadOptions();
        var missing = new MissingColumns();
        await foreach (Batch batch in datasets.Batches.ListAsync(datasetId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // AEP uses the two words for the same.
            bool isThere = batch.Status == BatchStatus.Success || batch.Status == BatchStatus.Active;
            if (!isThere || options.BatchIds?.Contains(batch.Id) == false)
                continue;
            await foreach (DatasetFile file in datasets.Files.ListAsync(batch.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await foreach (T row in ReadFileAsync(datasets.Files, file.Id, type, options, missing, cancellationToken)
                    .ConfigureAwait(false))
                    yield return row;
            }
        }
        missing.Require();
    }

    private static async IAsyncEnumerable<T> ReadFileAsync<T>(
        DatasetFilesClient files, string fileId, JsonTypeInfo<T> type, DatasetReadOptions options, MissingColumns missing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (FilePart part in files.ListPartsAsync(fileId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Spark writes markers, such as _SUCCESS, beside its parts.
            if (!part.Name.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
                continue;
            // Parquet is read from its end, so the part must be one that can seek.
            FileStream content = TemporaryFile.Create();
            await using (content.ConfigureAwait(false))
            {
                Stream body = await files.OpenAsync(fileId, part.Name, cancellationToken).ConfigureAwait(false);
                await using (body.ConfigureAwait(false))
                    await body.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
                var rows = new RowReader<T>(type, options.Columns, $"{part.Name} of the file {fileId}", missing);
                await foreach (T row in rows.ReadAsync(content, cancellationToken).ConfigureAwait(false))
                    yield return row;
            }
        }
    }
}
