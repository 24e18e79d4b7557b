using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>Ingestion: rows and files into a dataset in batches, single records by streaming.</summary>
public class IngestionClient
{
    private readonly BatchesClient _catalog;

    internal IngestionClient(AepPipeline pipeline, DatasetsClient datasets, SchemasClient schemas, FlowsClient flows)
    {
        Batches = new IngestionBatchesClient(pipeline);
        Streaming = new StreamingClient(pipeline, datasets, schemas, flows);
        _catalog = datasets.Batches;
    }

    /// <summary>For substitutes in tests.</summary>
    protected IngestionClient()
    {
        Batches = null!;
        Streaming = null!;
        _catalog = null!;
    }

    /// <summary>Batches step by step.</summary>
    public virtual IngestionBatchesClient Batches { get; }

    /// <summary>Streaming ingestion: single records, within minutes of their making.</summary>
    public virtual StreamingClient Streaming { get; }

    /// <summary>
    /// Sends rows as JSON lines, in as many files and batches as needed, and waits until AEP has processed each. Every batch is in the dataset whole or
    /// not at all (but for <see cref="IngestionOptions.PartialIngestionPercent"/>).
    /// POST /batches, PUT /batches/{id}/datasets/{id}/files/{name}, POST /batches/{id}?action=COMPLETE.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole. For a resumption they must come in the same order again.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">Not all of it is in the dataset; has what became of each batch, and the cause.</exception>
    /// <exception cref="AepRequestException">The first batch could not be created.</exception>
    public virtual async Task<IngestionResult> IngestAsync<T>(
        string datasetId, IAsyncEnumerable<T> rows, JsonTypeInfo<T> rowType, IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new IngestionOptions()).Validated();
        string cut = $"json rows={options.RecordsPerBatch} bytes={options.MaxBatchBytes} files={options.FilesPerBatch} file={options.MaxFileBytes}";
        rows = options.Validator?.WhereValidAsync(rows, rowType, invalid: null, cancellationToken) ?? rows;
        var cutter = new RowCutter<T>(rowType, options);
        return await SendAsync(datasetId, IngestionFormat.Json, cut, token => cutter.CutAsync(rows, token), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends rows as files of a format that is made of many rows at once, such as the Parquet of Aep.Sdk.Parquet; else as
    /// <see cref="IngestAsync{T}(string, IAsyncEnumerable{T}, JsonTypeInfo{T}, IngestionOptions, CancellationToken)"/> does.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole. For a resumption they must come in the same order again.</param>
    /// <param name="format">Makes files of rows.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">Not all of it is in the dataset; has what became of each batch, and the cause.</exception>
    public virtual async Task<IngestionResult> IngestAsync<T>(
        string datasetId, IAsyncEnumerable<T> rows, IRowFileFormat<T> format, IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        options = (options ?? new IngestionOptions()).Validated();
        if (options.Validator is not null)
            throw new ArgumentException("IngestionOptions.Validator looks at JSON, which a format of files need not have: give Validator.WhereValidAsync(...) as the rows.", nameof(options));
        string cut = $"{format.Format.Format} rows={options.RecordsPerBatch} bytes={options.MaxBatchBytes} files={options.FilesPerBatch} file rows={options.RecordsPerFile}";
        var cutter = new RowFileCutter<T>(format, options);
        return await SendAsync(datasetId, format.Format, cut, token => cutter.CutAsync(rows, token), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends files as they are: CSV, JSON or Parquet, each in one request up to 256 MB and in parts above. The format follows from the ending of the
    /// names unless the options give it; all files must have the same.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="path">A file, a folder (its files, not those of its folders), or a pattern such as <c>data/**/*.parquet</c>.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="ArgumentException">No file is there, one is empty, or they have several formats.</exception>
    /// <exception cref="IngestionFailedException">Not all of it is in the dataset; has what became of each batch, and the cause.</exception>
    public virtual async Task<IngestionResult> IngestFilesAsync(
        string datasetId, string path, IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new IngestionOptions()).Validated();
        var input = InputFiles.Find(path, options);
        string cut = $"{input.Format.Format} bytes={options.MaxBatchBytes} files={options.FilesPerBatch}";
        return await SendAsync(datasetId, input.Format, cut, _ => input.Cut().ToAsyncEnumerable(), options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IngestionResult> SendAsync(
        string datasetId, IngestionFormat format, string cut, Func<CancellationToken, IAsyncEnumerable<IngestionPart>> parts, IngestionOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        var definition = new BatchDefinition(datasetId, format)
        {
            Replay = options.Replay,
            PartialIngestionPercent = options.PartialIngestionPercent,
            EnableErrorDiagnostics = options.EnableErrorDiagnostics || options.PartialIngestionPercent is not null ? true : null,
        };
        using IngestionJournal? journal = options.JournalFile is { } file ? IngestionJournal.Open(file, datasetId, cut) : null;
        using var context = new IngestionContext(Batches, _catalog, definition, options, journal, cancellationToken);
        return await new IngestionRun(context, options).SendAsync(parts(context.Stop)).ConfigureAwait(false);
    }
}
