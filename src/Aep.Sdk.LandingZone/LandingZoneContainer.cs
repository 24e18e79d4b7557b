using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Aep.Sdk.LandingZones;

/// <summary>The files of a Data Landing Zone. Open it anew when its credentials have expired.</summary>
public class LandingZoneContainer : IDisposable
{
    private const string ExportTimePrefix = "exportTime=";

    private readonly HttpClient _http;
    private readonly BlobContainerClient _container;
    private readonly BlobClientOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected LandingZoneContainer() => (_http, _container, _options, Credentials) = (null!, null!, null!, null!);

    private LandingZoneContainer(LandingZoneCredentials credentials, AzureLandingZone azure, string? trustedCertificateFile)
    {
        Credentials = credentials;
        _http = BlobTransport.Create(trustedCertificateFile);
        _options = new BlobClientOptions { Transport = new HttpClientTransport(_http) };
        _container = new BlobContainerClient(new Uri(azure.SasUri.Reveal()), _options);
    }

    /// <summary>What the container was opened with.</summary>
    public virtual LandingZoneCredentials Credentials { get; }

    /// <summary>Fetches credentials and opens a landing zone.</summary>
    /// <param name="aep">The client of the organisation and sandbox.</param>
    /// <param name="type">Which landing zone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="NotSupportedException">The landing zone is on Amazon S3, which this version cannot read or write.</exception>
    public static async Task<LandingZoneContainer> OpenAsync(AepClient aep, LandingZoneType type, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aep);
        LandingZoneCredentials credentials = await aep.LandingZones.GetCredentialsAsync(type, cancellationToken).ConfigureAwait(false);
        return Open(credentials, aep.Options.TrustedCertificateFile);
    }

    /// <summary>The files below a prefix, page by page.</summary>
    /// <param name="prefix">The beginning of their paths, for example <c>cmle/egress/</c>; empty for all.</param>
    public virtual AepPageable<LandingZoneFile> ListAsync(string prefix = "") => new BlobListing(_container, prefix.TrimStart('/'));

    /// <summary>Opens a file to read it as a stream, in pieces.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    public virtual Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken = default) =>
        LandingZoneErrors.GuardAsync("read", path, () => Blob(path).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken));

    /// <summary>Writes a file; one of the same path is replaced.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="content">What to write. It is read once, in pieces.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public virtual Task UploadAsync(string path, Stream content, CancellationToken cancellationToken = default) =>
        LandingZoneErrors.GuardAsync("write", path, () => Blob(path).UploadAsync(content, overwrite: true, cancellationToken));

    /// <summary>Downloads a file into a stream.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="target">Where to write.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    public virtual Task DownloadAsync(string path, Stream target, CancellationToken cancellationToken = default) =>
        LandingZoneErrors.GuardAsync("read", path, () => Blob(path).DownloadToAsync(target, cancellationToken));

    /// <summary>Deletes a file, if it is there.</summary>
    /// <param name="path">The file's path in the container.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task DeleteAsync(string path, CancellationToken cancellationToken = default) =>
        LandingZoneErrors.GuardAsync("delete", path, () => Blob(path).DeleteIfExistsAsync(cancellationToken: cancellationToken));

    /// <summary>The newest export of a dataset below a path, or null if there is none.</summary>
    /// <param name="path">The folder that the export was made to, for example <c>cmle/egress</c>.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<ExportFolder?> FindLatestExportAsync(string path, string datasetId, CancellationToken cancellationToken = default)
    {
        string root = $"{path.Trim('/')}/{datasetId}/{ExportTimePrefix}";
        string time = "";
        var files = new List<LandingZoneFile>();
        await foreach (LandingZoneFile file in ListAsync(root).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string[] rest = file.Path[root.Length..].Split('/', 2);
            int order = string.CompareOrdinal(rest[0], time);
            if (rest.Length == 1 || order < 0) continue;
            if (order > 0) files.Clear();
            time = rest[0];
            files.Add(file);
        }

        return files.Count == 0 ? null : new ExportFolder(root + time, time, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>The file below a path that was written last, or null if there is none.</summary>
    /// <param name="path">The folder, for example that of an <c>AudienceActivation</c>.</param>
    /// <param name="nameContains">What the file's path must contain, for example the segment's id.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<LandingZoneFile?> FindLatestFileAsync(string path, string nameContains = "", CancellationToken cancellationToken = default)
    {
        LandingZoneFile? latest = null;
        await foreach (LandingZoneFile file in ListAsync($"{path.Trim('/')}/").WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bool newer = latest is null || (file.LastModified, file.Path).CompareTo((latest.LastModified, latest.Path)) > 0;
            if (newer && file.Path.Contains(nameContains, StringComparison.Ordinal)) latest = file;
        }

        return latest;
    }

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
        if (disposing) _http?.Dispose();
    }

    internal static LandingZoneContainer Open(LandingZoneCredentials credentials, string? trustedCertificateFile) =>
        new(credentials, credentials.Azure ?? throw NotOnAzure(), trustedCertificateFile);

    private static NotSupportedException NotOnAzure() =>
        new("This landing zone is on Amazon S3. Aep.Sdk.LandingZone reads and writes landing zones on Azure; use the AWS SDK with LandingZoneCredentials.Aws.");

    // Not through the container client: it takes a path-style URL on a named host apart in the wrong place.
    private BlobClient Blob(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var uri = new UriBuilder(_container.Uri);
        uri.Path = $"{uri.Path.TrimEnd('/')}/{string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString))}";
        return new BlobClient(uri.Uri, _options);
    }
}
