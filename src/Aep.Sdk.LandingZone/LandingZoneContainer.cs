using Aep.Sdk.LandingZones.Blobs;
using Aep.Sdk.LandingZones.S3;
using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.LandingZones;

/// <summary>
/// The files of a Data Landing Zone, on Azure Blob Storage or Amazon S3. Opened from a client, it renews its credentials before they end.
/// A file that is written is there whole or not at all.
/// </summary>
public partial class LandingZoneContainer : IDisposable
{
    private readonly HttpClient _http;
    private readonly StoreAccess _access;
    private readonly Uploader _uploader;
    private readonly Downloader _downloader;
    private readonly FolderTransfer _folders;

    /// <summary>For substitutes in tests.</summary>
    protected LandingZoneContainer() => (_http, _access, _uploader, _downloader, _folders) = (null!, null!, null!, null!, null!);

    private LandingZoneContainer(
        LandingZoneCredentials credentials, LandingZoneOptions options, Func<CancellationToken, Task<LandingZoneCredentials>>? renew)
    {
        _http = StorageTransport.Create(options);
        _access = new StoreAccess(credentials, found => Store(found, _http, options), renew, options);
        _uploader = new Uploader(_access, options.BlockSize);
        _downloader = new Downloader(_access, options.TimeProvider);
        _folders = new FolderTransfer(_access, _uploader, _downloader, options.MaxParallelFiles);
    }

    /// <summary>The credentials that are in use now.</summary>
    public virtual LandingZoneCredentials Credentials => _access.Credentials;

    /// <summary>Fetches credentials and opens a landing zone.</summary>
    /// <param name="aep">
    /// The client of the organisation and sandbox. It must live as long as the container: credentials are renewed through it.
    /// </param>
    /// <param name="type">Which landing zone.</param>
    /// <param name="options">How files are moved.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static async Task<LandingZoneContainer> OpenAsync(
        AepClient aep, LandingZoneType type, LandingZoneOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aep);
        LandingZoneOptions own = (options ?? new LandingZoneOptions()) with
        {
            TrustedCertificateFile = aep.Options.TrustedCertificateFile,
            TimeProvider = aep.Options.TimeProvider,
            RequestTimeout = aep.Options.RequestTimeout,
        };
        LandingZoneCredentials credentials = await aep.LandingZones.GetCredentialsAsync(type, cancellationToken).ConfigureAwait(false);
        return new LandingZoneContainer(credentials, own, token => aep.LandingZones.GetCredentialsAsync(type, token));
    }

    /// <summary>Fetches credentials and opens a landing zone.</summary>
    /// <param name="aep">The client of the organisation and sandbox.</param>
    /// <param name="type">Which landing zone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public static Task<LandingZoneContainer> OpenAsync(AepClient aep, LandingZoneType type, CancellationToken cancellationToken) =>
        OpenAsync(aep, type, null, cancellationToken);

    /// <summary>Opens a landing zone with credentials that are there already. They are not renewed.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">How files are moved.</param>
    public static LandingZoneContainer Open(LandingZoneCredentials credentials, LandingZoneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return new LandingZoneContainer(credentials, options ?? new LandingZoneOptions(), renew: null);
    }

    /// <summary>The files below a prefix, page by page.</summary>
    /// <param name="prefix">The beginning of their paths, for example <c>cmle/egress/</c>; empty for all.</param>
    public virtual AepPageable<LandingZoneFile> ListAsync(string prefix = "") => new FileListing(_access, prefix.TrimStart('/'));

    /// <summary>
    /// Opens a file to read it as a stream, once from its beginning to its end. When the connection breaks, the stream goes on where it
    /// was; its last bytes come only when the checksum is right, where the storage has one.
    /// </summary>
    /// <remarks>
    /// Reading throws an <see cref="AepConflictException"/> when the file was changed since, an <see cref="AepRequestException"/> when the
    /// connection breaks again and again, and an <see cref="AepException"/> when the file was damaged.
    /// </remarks>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    public virtual Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken = default) =>
        _downloader.OpenAsync(path, cancellationToken);

    /// <summary>Writes a file; one of the same path is replaced. If it breaks off, nothing is written.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="content">What to write. It is read once, in pieces.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="ArgumentException">The path leads elsewhere, as with <c>..</c>.</exception>
    public virtual Task UploadAsync(string path, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return _uploader.UploadAsync(FilePath.Clean(path), content, cancellationToken);
    }

    /// <summary>Writes a file of the disk. When an upload of it broke off before, the blocks that had arrived are not sent again.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="localPath">The file of the disk.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public virtual Task UploadFileAsync(string path, string localPath, CancellationToken cancellationToken = default) =>
        _folders.UploadFileAsync(localPath, path, cancellationToken);

    /// <summary>Writes the files of a folder of the disk and of those below it, several at a time.</summary>
    /// <param name="folder">The folder in the container.</param>
    /// <param name="localFolder">The folder of the disk.</param>
    /// <param name="cancellationToken">Cancels the uploads; files that are there by then stay.</param>
    /// <returns>The paths in the container.</returns>
    public virtual Task<IReadOnlyList<string>> UploadFolderAsync(
        string folder, string localFolder, CancellationToken cancellationToken = default) =>
        _folders.UploadAsync(localFolder, folder, cancellationToken);

    /// <summary>Reads a file into a stream, and checks it where the storage has its checksum.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="target">
    /// Where to write. It holds a part of the file if the download fails; <see cref="DownloadFileAsync"/> leaves none.
    /// </param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    public virtual Task DownloadAsync(string path, Stream target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _downloader.DownloadAsync(path, target, cancellationToken);
    }

    /// <summary>
    /// Reads a file into a file of the disk, which is there whole or not at all: until then it is called <c>….part</c>, and the next call
    /// goes on there.
    /// </summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="localPath">The file of the disk; one of the same path is replaced.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    public virtual Task DownloadFileAsync(string path, string localPath, CancellationToken cancellationToken = default) =>
        _downloader.DownloadFileAsync(path, localPath, cancellationToken);

    /// <summary>Reads the files of a folder and of those below it, several at a time.</summary>
    /// <param name="folder">The folder in the container.</param>
    /// <param name="localFolder">The folder of the disk.</param>
    /// <param name="cancellationToken">Cancels the downloads; files that are there by then stay.</param>
    /// <returns>The paths of the disk.</returns>
    /// <exception cref="AepException">A file's name would lead out of the folder.</exception>
    public virtual Task<IReadOnlyList<string>> DownloadFolderAsync(
        string folder, string localFolder, CancellationToken cancellationToken = default) =>
        _folders.DownloadAsync(folder, localFolder, cancellationToken);

    /// <summary>Deletes a file, if it is there.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task DeleteAsync(string path, CancellationToken cancellationToken = default) =>
        _access.UseAsync(store => store.DeleteAsync(path, cancellationToken), cancellationToken);

    /// <summary>Deletes the files of a folder and of those below it, several at a time.</summary>
    /// <param name="folder">The folder in the container.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>How many.</returns>
    public virtual Task<int> DeleteFolderAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return _folders.DeleteAsync(folder, cancellationToken);
    }

    /// <summary>The newest export of a dataset below a path, or null if there is none.</summary>
    /// <param name="path">The folder that the export was made to, for example <c>cmle/egress</c>.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<ExportFolder?> FindLatestExportAsync(
        string path, string datasetId, CancellationToken cancellationToken = default) =>
        LatestFiles.ExportAsync(ListAsync, path, datasetId, cancellationToken);

    /// <summary>The file below a path that was written last, or null if there is none.</summary>
    /// <param name="path">The folder, for example that of an <c>AudienceActivation</c>.</param>
    /// <param name="nameContains">What the file's path must contain, for example the segment's id.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<LandingZoneFile?> FindLatestFileAsync(
        string path, string nameContains = "", CancellationToken cancellationToken = default) =>
        LatestFiles.FileAsync(ListAsync, path, nameContains, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _access?.Dispose();
        _http?.Dispose();
    }

    private static ILandingZoneStore Store(LandingZoneCredentials credentials, HttpClient http, LandingZoneOptions options) =>
        credentials switch
        {
            { Azure: { } azure } => new AzureStore(azure, http),
            { Aws: { } aws } => new S3Store(aws, http, options),
            _ => throw new AepException("The landing zone's credentials are neither for Azure nor for Amazon."),
        };
}
