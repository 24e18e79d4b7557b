using System.Xml;
using Aep.Sdk.LandingZones.Transfer;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.LandingZones.Blobs;

/// <summary>A landing zone on Azure Blob Storage.</summary>
internal sealed class AzureStore : ILandingZoneStore
{
    private readonly BlobContainerClient _container;
    private readonly BlobClientOptions _options;

    public AzureStore(AzureLandingZone zone, HttpClient http)
    {
        _options = new BlobClientOptions { Transport = new HttpClientTransport(http) };
        _container = new BlobContainerClient(new Uri(zone.SasUri.Reveal()), _options);
    }

    public ChecksumKind Checksums => ChecksumKind.Md5;

    public Task<AepPage<LandingZoneFile>> ListAsync(string prefix, string? token, int? size, CancellationToken cancellationToken) =>
        AzureErrors.GuardAsync("list", prefix, async () =>
        {
            await foreach (Page<BlobItem> page in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix,
                cancellationToken).AsPages(token, size).ConfigureAwait(false))
                return new AepPage<LandingZoneFile>(
                    [.. page.Values.Select(File)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
            return new AepPage<LandingZoneFile>([], null);
        });

    public Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken) => AzureErrors.GuardAsync("read", path, async () =>
    {
        BlobProperties found = await PropertiesAsync(Blob(path), cancellationToken).ConfigureAwait(false);
        return new StoredFile(found.ContentLength, found.ETag.ToString(),
            found.ContentHash is { Length: > 0 } md5 ? new StoredChecksum(ChecksumKind.Md5, md5) : null);
    });

    public Task<Stream> ReadAsync(string path, StoredFile file, long offset, CancellationToken cancellationToken) =>
        AzureErrors.GuardAsync("read", path, async () =>
    {
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(offset),
            Conditions = new BlobRequestConditions { IfMatch = new ETag(file.Version) }
        };
        return (await Blob(path).DownloadStreamingAsync(options, cancellationToken).ConfigureAwait(false)).Value.Content;
    });

    public Task PutAsync(string path, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken) =>
        AzureErrors.GuardAsync("write", path, () =>
        Blob(path).UploadAsync(
            new MemoryStream(content.ToArray()), new BlobUploadOptions { HttpHeaders = Headers(checksum), TransferValidation = Validate },
            cancellationToken));

    public Task<IBlockUpload> BeginAsync(string path, CancellationToken cancellationToken) =>
        AzureBlockUpload.BeginAsync(Blob(path), path, cancellationToken);

    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        AzureErrors.GuardAsync("delete", path, () => Blob(path).DeleteIfExistsAsync(cancellationToken: cancellationToken));

    public bool HasBrokenOff(Exception exception) =>
        // What the storage's client says itself is said while a body is read: the next request tells more.
        exception is IOException or HttpRequestException or RequestFailedException or AggregateException
        or AepRequestException { IsTransient: true };

    public void Dispose()
    {
        // The HTTP client is the container's.
    }

    /// <summary>
    /// Content has its MD5 with it, for the storage to refuse what was damaged on the way. The headers' MD5 is only kept.
    /// </summary>
    internal static UploadTransferValidationOptions Validate { get; } = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 };

    internal static BlobHttpHeaders Headers(byte[] md5) => new() { ContentHash = md5, ContentType = "application/octet-stream" };

    private static async Task<BlobProperties> PropertiesAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (XmlException)
        {
            // The storage client stumbles over a refused HEAD, whose answer has no body. A GET says what is wrong.
            (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(0, 1) },
                cancellationToken).ConfigureAwait(false)).Value.Dispose();
            throw;
        }
    }

    private static LandingZoneFile File(BlobItem blob) => new(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified);

    // Not through the container client: it takes a path-style URL on a named host apart in the wrong place.
    private BlockBlobClient Blob(string path)
    {
        var uri = new UriBuilder(_container.Uri);
        uri.Path = $"{uri.Path.TrimEnd('/')}/{string.Join('/', FilePath.Clean(path).Split('/').Select(Uri.EscapeDataString))}";
        return new BlockBlobClient(uri.Uri, _options);
    }
}
