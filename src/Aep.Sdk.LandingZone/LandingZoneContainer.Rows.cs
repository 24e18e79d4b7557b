using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones.Formats;
using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.LandingZones;

/// <content>Files as rows.</content>
public partial class LandingZoneContainer
{
    /// <summary>
    /// The rows of the newest export of a dataset: Parquet, JSON or CSV by the files' names, also gzipped. One row group or line is in
    /// memory at a time.
    /// </summary>
    /// <typeparam name="T">What a row becomes. Columns go to the members that JSON gives their names.</typeparam>
    /// <param name="path">The folder that the export was made to.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AepException">
    /// There is no export, for example because it had no rows, or a row does not fit; the message says which file, which row and why.
    /// </exception>
    public virtual async IAsyncEnumerable<T> ReadExportAsync<T>(
        string path, string datasetId, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ExportFolder export = await FindLatestExportAsync(path, datasetId, cancellationToken).ConfigureAwait(false)
            ?? throw NoExport(path, datasetId);
        await foreach (T row in RowsAsync(export, type, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    /// <summary>
    /// The rows of an export that has just been made, as those of the newest export are read. An export without rows need not have written
    /// anything: then there are none, although there is no folder, or only that of an earlier export.
    /// </summary>
    /// <typeparam name="T">What a row becomes. Columns go to the members that JSON gives their names.</typeparam>
    /// <param name="export">The export, as <see cref="DestinationsClient"/> has made it.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AepException">
    /// The run says that it wrote rows, or does not say how many, and there is no export; or a row does not fit.
    /// </exception>
    public virtual async IAsyncEnumerable<T> ReadExportAsync<T>(
        DatasetExport export, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(export);
        string path = export.Path[..Math.Max(0, export.Path.LastIndexOf('/'))];
        ExportFolder? folder = await FindLatestExportAsync(path, export.DatasetId, cancellationToken).ConfigureAwait(false);
        if (export.Rows == 0 && folder?.WasWrittenBy(export.Run) != true)
            yield break;
        folder = folder ?? throw NoExport(path, export.DatasetId);
        await foreach (T row in RowsAsync(folder, type, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    /// <summary>The rows of a file.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="format">The format; by default the one of the file's name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    /// <exception cref="AepException">A row does not fit; the message says which and why.</exception>
    public virtual IAsyncEnumerable<T> ReadAsync<T>(
        string path, JsonTypeInfo<T> type, LandingZoneFormat? format = null, CancellationToken cancellationToken = default) =>
        RowsAsync(path, FormatOf(path, format), CsvDialect.Standard, type, cancellationToken);

    /// <summary>
    /// The rows of a file of an audience: CSV as the service writes it, with an escape character before a quote within quotes, JSON or
    /// Parquet by the file's name, also gzipped.
    /// </summary>
    /// <typeparam name="T">What a row becomes. Columns go to the members that JSON gives their names.</typeparam>
    /// <param name="path">The file's path in the container, for example that of <see cref="FindLatestFileAsync"/>.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="csv">The options that the audience was activated with; null for the service's own.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    /// <exception cref="AepException">A row does not fit; the message says which and why.</exception>
    public virtual IAsyncEnumerable<T> ReadAudienceAsync<T>(
        string path, JsonTypeInfo<T> type, CsvFileOptions? csv = null, CancellationToken cancellationToken = default) =>
        RowsAsync(path, FormatOf(path, null), CsvDialect.OfAudience(csv), type, cancellationToken);

    private static AepException NoExport(string path, string datasetId) => new(
        $"The landing zone holds no export of the dataset {datasetId} below {path}. An export without rows need not write anything: "
        + $"give {nameof(ReadExportAsync)} the {nameof(DatasetExport)} to tell that from a wrong name.");

    private async IAsyncEnumerable<T> RowsAsync<T>(
        ExportFolder folder, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (LandingZoneFile file in folder.Files.Where(file => RowFiles.FormatOf(file.Path) is not null))
            await foreach (T row in ReadAsync(file.Path, type,
                cancellationToken: cancellationToken).ConfigureAwait(false)) yield return row;
    }

    private async IAsyncEnumerable<T> RowsAsync<T>(
        string path, LandingZoneFormat known, CsvDialect dialect, JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // From the disk: a connection that breaks while rows are read must not make rows come twice.
        FileStream local = TemporaryFile.Create();
        await using (local.ConfigureAwait(false))
        {
            await DownloadAsync(path, local, cancellationToken).ConfigureAwait(false);
            local.Position = 0;
            await foreach (T row in RowFiles.ReadAsync(local, path, known, dialect, type, cancellationToken).ConfigureAwait(false))
                yield return row;
        }
    }

    /// <summary>Writes rows to a file; one of the same path is replaced. If the rows break off, nothing is written.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="path">The file's path in the container. Its name tells the format, and with <c>.gz</c> that it is gzipped.</param>
    /// <param name="rows">The rows; they are read once and kept on the disk until all are there.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>: names and members become the columns.</param>
    /// <param name="format">The format; by default the one of the file's name.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>How many rows were written.</returns>
    public virtual async Task<long> WriteAsync<T>(
        string path, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, LandingZoneFormat? format = null,
        CancellationToken cancellationToken = default)
    {
        string clean = FilePath.Clean(path);
        FileStream local = TemporaryFile.Create();
        await using (local.ConfigureAwait(false))
        {
            long count =
                await RowFiles.WriteAsync(local, clean, FormatOf(path, format), rows, type, cancellationToken).ConfigureAwait(false);
            local.Position = 0;
            await UploadAsync(clean, local, cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    private static LandingZoneFormat FormatOf(string path, LandingZoneFormat? format) => format ?? RowFiles.FormatOf(path)
        ?? throw new ArgumentException(
            $"The name \"{path}\" tells no format: end it in .parquet, .json or .csv, or give the format.", nameof(path));
}
