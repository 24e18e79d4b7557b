using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>Ingestion: rows and files into a dataset in batches, single records by streaming.</summary>
public class IngestionClient
{
    private readonly BatchSender _sender;
    private readonly RefusedRowReplay _refused;

    internal IngestionClient(AepPipeline pipeline, DatasetsClient datasets, SchemasClient schemas, FlowsClient flows)
    {
        Batches = new IngestionBatchesClient(pipeline);
        Streaming = new StreamingClient(pipeline, datasets, schemas, flows);
        _sender = new BatchSender(Batches, datasets.Batches);
        _refused = new RefusedRowReplay(datasets.Batches, datasets.Files, Batches, _sender);
    }

    /// <summary>For substitutes in tests.</summary>
    protected IngestionClient()
    {
        Batches = null!;
        Streaming = null!;
        (_sender, _refused) = (null!, null!);
    }

    /// <summary>Batches step by step.</summary>
    public virtual IngestionBatchesClient Batches { get; }

    /// <summary>Streaming ingestion: single records, within minutes of their making.</summary>
    public virtual StreamingClient Streaming { get; }

    /// <summary>
    /// Sends rows as JSON lines, in as many files and batches as needed, and waits until AEP has processed each. Every batch is in the
    /// dataset whole or not at all (but for <see cref="IngestionOptions.PartialIngestionPercent"/>).
    /// POST /batches, PUT /batches/{id}/datasets/{id}/files/{name}, POST /batches/{id}?action=COMPLETE.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole. For a resumption they must come in the same order again.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">
    /// Not all of it is in the dataset; has what became of each batch, and the cause.
    /// </exception>
    /// <exception cref="AepRequestException">The first batch could not be created.</exception>
    public virtual async Task<IngestionResult> IngestAsync<T>(
        string datasetId, IAsyncEnumerable<T> rows, JsonTypeInfo<T> rowType, IngestionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options = (options ?? new IngestionOptions()).Validated();
        string cut =
            $"json rows={options.RecordsPerBatch} bytes={options.MaxBatchBytes} files={options.FilesPerBatch} file={options.MaxFileBytes}";
        var parts = new RowParts(options, "json");
        var cutter = new JsonLineCutter<T>(rows, rowType, options);
        return await SendAsync(datasetId, IngestionFormat.Json, cut, token => parts.CutAsync(cutter, token), options, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Sends rows that are there already, such as a list; else as
    /// <see cref="IngestAsync{T}(string, IAsyncEnumerable{T}, JsonTypeInfo{T}, IngestionOptions, CancellationToken)"/> does.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">
    /// Not all of it is in the dataset; has what became of each batch, and the cause.
    /// </exception>
    public virtual Task<IngestionResult> IngestAsync<T>(
        string datasetId, IEnumerable<T> rows, JsonTypeInfo<T> rowType, IngestionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        IngestAsync(datasetId, rows.ToAsyncEnumerable(), rowType, options, cancellationToken);

    /// <summary>
    /// Sends rows as files of a format that is made of many rows at once, such as the Parquet of Aep.Sdk.Parquet; else as
    /// <see cref="IngestAsync{T}(string, IAsyncEnumerable{T}, JsonTypeInfo{T}, IngestionOptions, CancellationToken)"/> does.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole. For a resumption they must come in the same order again.</param>
    /// <param name="format">Makes files of rows.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="IngestionFailedException">
    /// Not all of it is in the dataset; has what became of each batch, and the cause.
    /// </exception>
    public virtual async Task<IngestionResult> IngestAsync<T>(
        string datasetId, IAsyncEnumerable<T> rows, IRowFileFormat<T> format, IngestionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        options = (options ?? new IngestionOptions()).Validated();
        if (options.Validator is not null)
        {
            throw new ArgumentException(
                "IngestionOptions.Validator looks at JSON, which a format of files need not have: give Validator.WhereValidAsync(...) as "
                    + "the rows.",
                nameof(options));
        }
        string cut = $"{format.Format.Format} rows={options.RecordsPerBatch} bytes={options.MaxBatchBytes} "
            + $"files={options.FilesPerBatch} file rows={options.RecordsPerFile}";
        var parts = new RowParts(options, format.FileEnding);
        var cutter = new RowFileCutter<T>(rows, format, options);
        return await SendAsync(
            datasetId, format.Format, cut, token => parts.CutAsync(cutter, token), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends files as they are: CSV, JSON or Parquet, each in one request up to 256 MB and in parts above. The format follows from the
    /// ending of the names unless the options give it; all files must have the same.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="path">A file, a folder (its files, not those of its folders), or a pattern such as <c>data/**/*.parquet</c>.</param>
    /// <param name="options">Sizes, journal and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="ArgumentException">No file is there, one is empty, or they have several formats.</exception>
    /// <exception cref="IngestionFailedException">
    /// Not all of it is in the dataset; has what became of each batch, and the cause.
    /// </exception>
    public virtual async Task<IngestionResult> IngestFilesAsync(
        string datasetId, string path, IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new IngestionOptions()).Validated();
        var input = InputFiles.Find(path, options);
        string cut = $"{input.Format.Format} bytes={options.MaxBatchBytes} files={options.FilesPerBatch}";
        return await SendAsync(datasetId, input.Format, cut, _ => input.Cut().ToAsyncEnumerable(), options, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Sends what a stream has left as the one file of a batch, from where it stands; it stays open. What can seek is read as it is sent:
    /// in one request up to 256 MB, and in parts above. Of what cannot seek, <see cref="IngestionOptions.MaxFileBytes"/> are held in
    /// memory: it goes in one request when that is all of it, and else in parts of that size. So a request that fails is repeated in either
    /// case. A journal recognizes the content by its hash.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="content">The stream. Nobody else may read it meanwhile.</param>
    /// <param name="format">How it is written, such as <see cref="IngestionFormat.MultiLineJson"/> for an array of JSON.</param>
    /// <param name="options">Journal and progress, or null. Bounds of batches do not apply: a file is never cut.</param>
    /// <param name="cancellationToken">Stops, and gives the batch up.</param>
    /// <exception cref="ArgumentException">The stream is empty or cannot be read, or the options say another format.</exception>
    /// <exception cref="IngestionFailedException">
    /// It is not in the dataset; has what became of the batch, and the cause, for example of the stream.
    /// </exception>
    /// <exception cref="AepRequestException">The batch could not be created.</exception>
    public virtual async Task<IngestionResult> IngestStreamAsync(
        string datasetId, Stream content, IngestionFormat format, IngestionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(format);
        options = (options ?? new IngestionOptions()).Validated();
        if (options.Format is not null && options.Format != format)
            throw new ArgumentException(
                $"The stream is said to be {format.Format}; IngestionOptions.Format says {options.Format.Format}.", nameof(options));
        var input = new StreamInput(content, options);
        return await SendAsync(
            datasetId, format, $"{format.Format} stream", token => One(input.OpenAsync($"00001.{format.Format}", token)), options,
            cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// The rows of a batch that AEP has refused, each with its errors: of a batch that has succeeded in part, and of one that has failed,
    /// where its diagnostics were enabled. GET /batches/{id}/meta?path=row_errors (Data Access).
    /// </summary>
    /// <typeparam name="T">What the rows were meant to be.</typeparam>
    /// <param name="batchId">The batch.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AepException">A line of the diagnostics cannot be read.</exception>
    public virtual IAsyncEnumerable<FailedRecord<T>> ReadFailedAsync<T>(
        string batchId, JsonTypeInfo<T> rowType, CancellationToken cancellationToken = default)
        where T : class =>
        _refused.ReadAsync(batchId, rowType, cancellationToken);

    /// <summary>
    /// Corrects the rows of a batch that AEP has refused, and ingests them as one new batch, whose tag <c>replayOf</c> names the other. Of
    /// a batch that has failed as a whole the other rows go with them, as they were: AEP has none of them. That is done once, whoever asks
    /// how often: a call after one that has succeeded sends nothing; after one that has failed or was stopped it begins anew. Memory grows
    /// with the number of refused rows of a batch that has failed as a whole, and else not at all.
    /// </summary>
    /// <typeparam name="T">What the rows were meant to be.</typeparam>
    /// <param name="batchId">The batch: it has succeeded in part, or failed, not more than 30 days ago, with diagnostics enabled.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="correct">Gives each refused row as it should have been; null leaves it out.</param>
    /// <param name="options">
    /// Validator, partial ingestion, sizes of files and progress, or null. The batch is one whatever its size.
    /// </param>
    /// <param name="cancellationToken">Stops, and gives the new batch up.</param>
    /// <exception cref="AepException">
    /// The batch has no refused rows, or AEP has not kept all that is needed, or another process does the same at this time. Nothing was
    /// ingested.
    /// </exception>
    /// <exception cref="IngestionFailedException">
    /// The new batch is not in the dataset; its own refused rows can be read by its id.
    /// </exception>
    public virtual Task<BatchCorrection> ReplayFailedAsync<T>(
        string batchId, JsonTypeInfo<T> rowType, Func<FailedRecord<T>, T?> correct, IngestionOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(correct);
        return _refused.SendAsync(batchId, rowType, correct, options, cancellationToken);
    }

    private static async IAsyncEnumerable<IngestionPart> One(Task<IngestionPart> part)
    {
        yield return await part.ConfigureAwait(false);
    }

    private Task<IngestionResult> SendAsync(
        string datasetId, IngestionFormat format, string cut, Func<CancellationToken, IAsyncEnumerable<IngestionPart>> parts,
        IngestionOptions options,
        CancellationToken cancellationToken) =>
        _sender.SendAsync(new BatchDefinition(datasetId, format), cut, parts, options, run: null, cancellationToken);
}
