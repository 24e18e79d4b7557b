using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Datasets;

/// <summary>Data Access: the files that a batch has put into a dataset, and those that it could not.</summary>
public class DatasetFilesClient
{
    private const int MaxPageSize = 100;
    private const int Resumes = 5;
    private readonly IDataAccessApi _api;
    private readonly RawRequests _raw;

    internal DatasetFilesClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(DatasetsJson.Default, RefitStubs.DataAccessApi);
        _raw = new RawRequests(pipeline);
    }

    /// <summary>For substitutes in tests.</summary>
    protected DatasetFilesClient()
    {
        _api = null!;
        _raw = null!;
    }

    /// <summary>The files of a batch. GET /batches/{batchId}/files.</summary>
    public virtual AepPageable<DatasetFile> ListAsync(string batchId) =>
        Paged("GET /batches/{batchId}/files",
            (start, limit, cancellationToken) => _api.ListFilesAsync(batchId, start, limit, cancellationToken));

    /// <summary>What can be downloaded of a file: itself, or its parts. GET /files/{dataSetFileId}.</summary>
    public virtual AepPageable<FilePart> ListPartsAsync(string fileId) =>
        Paged("GET /files/{dataSetFileId}",
            (start, limit, cancellationToken) => _api.ListPartsAsync(fileId, start, limit, cancellationToken));

    /// <summary>The files with the records that a failed batch could not take. GET /batches/{batchId}/failed.</summary>
    public virtual AepPageable<FilePart> ListFailedAsync(string batchId) =>
        Paged("GET /batches/{batchId}/failed",
            (start, limit, cancellationToken) => _api.ListFailedAsync(batchId, start, limit, cancellationToken));

    /// <summary>What AEP says about a batch's input and about the errors of its rows. GET /batches/{batchId}/meta.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="folder"><c>row_errors</c> or <c>input_files</c>; null for the root.</param>
    public virtual AepPageable<FilePart> ListMetaAsync(string batchId, string? folder = null) =>
        Paged("GET /batches/{batchId}/meta",
            (start, limit, cancellationToken) => _api.ListMetaAsync(batchId, folder, start, limit, cancellationToken));

    /// <summary>Length and type of a part, without the part. HEAD /files/{dataSetFileId}.</summary>
    /// <exception cref="AepNotFoundException">There is no such file or part.</exception>
    public virtual async Task<FileMetadata> GetMetadataAsync(string fileId, string name, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, FileRoutes.Part(fileId, name));
        using HttpResponseMessage response = await _raw.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var headers = response.Content.Headers;
        return new FileMetadata(headers.ContentLength, headers.ContentType?.MediaType, response.Headers.AcceptRanges.Contains("bytes"));
    }

    /// <summary>
    /// A part as a stream to read once, asynchronously. A connection that breaks is taken up again where it was (<c>Range</c>), until five
    /// times in a row no byte has come, and a body that is shorter or longer than announced is an error. GET /files/{dataSetFileId}?path=.
    /// </summary>
    /// <exception cref="AepNotFoundException">There is no such file or part.</exception>
    public virtual Task<Stream> OpenAsync(string fileId, string name, CancellationToken cancellationToken = default) =>
        DownloadAsync(FileRoutes.Part(fileId, name), cancellationToken);

    /// <summary>A file of failed records, as a stream. GET /batches/{batchId}/failed?path=.</summary>
    public virtual Task<Stream> OpenFailedAsync(string batchId, string name, CancellationToken cancellationToken = default) =>
        DownloadAsync(FileRoutes.Failed(batchId, name), cancellationToken);

    /// <summary>A file about a batch, as a stream. GET /batches/{batchId}/meta?path=.</summary>
    public virtual Task<Stream> OpenMetaAsync(string batchId, string name, CancellationToken cancellationToken = default) =>
        DownloadAsync(FileRoutes.Meta(batchId, name), cancellationToken);

    /// <summary>
    /// The rows that a batch could not take, each with its errors: for a batch with error diagnostics
    /// (<c>IngestionOptions.EnableErrorDiagnostics</c>), of which AEP keeps the rows. GET /batches/{batchId}/meta?path=row_errors.
    /// </summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AepException">A line of the diagnostics cannot be read.</exception>
    public virtual async IAsyncEnumerable<RowErrors> ReadRowErrorsAsync(
        string batchId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach ((string line, string file) in ReadMetaAsync(batchId, "row_errors", cancellationToken).ConfigureAwait(false))
            yield return Line(line, file, DatasetsJson.Default.RowErrors);
    }

    /// <summary>
    /// The names of the files that a batch was completed with, for a batch with error diagnostics. GET
    /// /batches/{batchId}/meta?path=input_files.
    /// </summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AepException">A line of the diagnostics cannot be read.</exception>
    public virtual async IAsyncEnumerable<string> ReadInputFilesAsync(
        string batchId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach ((string line, string file) in ReadMetaAsync(batchId, "input_files", cancellationToken).ConfigureAwait(false))
            yield return Line(line, file, DatasetsJson.Default.InputFile).Path;
    }

    /// <summary>The first rows of a dataset, at most 100. GET /datasets/{id}/preview.</summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<IReadOnlyList<JsonObject>> PreviewAsync(string datasetId, CancellationToken cancellationToken = default) =>
        (await _api.PreviewAsync(datasetId, cancellationToken).ConfigureAwait(false)).Required("GET /datasets/{id}/preview").Data;

    private async IAsyncEnumerable<(string Line, string File)> ReadMetaAsync(
        string batchId, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (FilePart file in ListMetaAsync(batchId, folder).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string name = file.Name.StartsWith(folder + "/", StringComparison.Ordinal) ? file.Name : $"{folder}/{file.Name}";
            using var lines = new StreamReader(await OpenMetaAsync(batchId, name, cancellationToken).ConfigureAwait(false));
            while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (line.Length > 0)
                    yield return (line, name);
            }
        }
    }

    private static T Line<T>(string line, string file, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type).Required("GET /batches/{batchId}/meta");
        }
        catch (JsonException exception)
        {
            throw new AepException($"{file} has a line that cannot be read: {exception.Message}", exception);
        }
    }

    private Task<Stream> DownloadAsync(string route, CancellationToken cancellationToken) =>
        ResumingStream.OpenAsync(new FileDownload(_raw, route, Resumes), cancellationToken);

    // The service gives at most 100 a page, whatever is asked for, and need not name the next page.
    private static AepPageable<T> Paged<T>(string operation, Func<string?, int, CancellationToken, Task<DataAccessPage<T>?>> fetch) =>
        Pageable.ByToken<T>(async (token, size, cancellationToken) =>
        {
            int limit = Math.Min(size ?? MaxPageSize, MaxPageSize);
            DataAccessPage<T> page = (await fetch(token, limit, cancellationToken).ConfigureAwait(false)).Required(operation);
            return new AepPage<T>(page.Data, Next(token, page.Data.Count, limit, LinkQuery.Value(page.Links?.Next?.Href, "start")));
        });

    private static string? Next(string? token, int count, int limit, string? linked)
    {
        if (count == 0) return null;
        if (linked is not null && linked != (token ?? "0")) return linked;
        int offset = token is null ? 0 : int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture);
        return count < limit ? null : (offset + count).ToString(CultureInfo.InvariantCulture);
    }
}
