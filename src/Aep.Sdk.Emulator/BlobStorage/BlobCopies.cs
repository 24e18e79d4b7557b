using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// Copy Blob, within the landing zone: the address of the source has a token that lets read it. A copy is done when it is answered.
/// </summary>
internal sealed class BlobCopies(StorageAccounts accounts, BlobStore store, TimeProvider time)
{
    public const string SourceHeader = "x-ms-copy-source";
    private const string IdHeader = "x-ms-copy-id", StatusHeader = "x-ms-copy-status";

    /// <exception cref="BlobException">
    /// 403: the token of the source does not let read it; 404: there is no source; 412: a condition does not hold; 501: it is elsewhere.
    /// </exception>
    public async Task<StoredBlob> CopyAsync(HttpContext context, string account, string container, string name)
    {
        HttpRequest request = context.Request;
        Uri source = SourceOf(request);
        (string fromAccount, string fromContainer, string fromName) = Authorize(source);
        (StoredBlob blob, FileStream content) = store.Open(fromAccount, fromContainer, fromName) ?? throw BlobErrors.BlobNotFound();
        await using FileStream file = content;
        BlobConditions.CheckSource(request, blob);
        BlobConditions.CheckWrite(request, store.Find(account, container, name));
        BlobDetails details = Details(request, store.DetailsOf(blob), source, blob.Length);
        StoredBlob copy = await store.WriteAsync(
            account, container, name, file, found => BlobConditions.CheckWrite(request, found), context.RequestAborted, details);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        foreach (string header in new[] { IdHeader, StatusHeader })
            context.Response.Headers[header] = details.Headers[header];
        return copy;
    }

    private static Uri SourceOf(HttpRequest request)
    {
        string text = request.Headers[SourceHeader].ToString();
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? source))
            throw BlobErrors.InvalidHeader(SourceHeader, "an address that cannot be read");
        return source.IsLoopback && source.Port == request.HttpContext.Connection.LocalPort
            ? source
            : throw BlobErrors.NotSupported($"A copy from {source.Host}, which is not this landing zone,");
    }

    private (string Account, string Container, string Name) Authorize(Uri source)
    {
        string[] path = [.. Uri.UnescapeDataString(source.AbsolutePath).TrimStart('/').Split('/', 3)];
        if (path.Length < 3 || accounts.Find(path[0]) is not { } account || !BlobStore.ContainerExists(path[1]))
            throw BlobErrors.CannotVerifySource("It names no blob of this landing zone.");
        try
        {
            ServiceSas.Check(
                new QueryCollection(QueryHelpers.ParseQuery(source.Query)), account, path[1], path[2], 'r', time.GetUtcNow());
        }
        catch (BlobException refusal)
        {
            throw BlobErrors.CannotVerifySource(refusal.Message);
        }
        return (path[0], path[1], path[2]);
    }

    // Without metadata of its own a copy has those of its source.
    private BlobDetails Details(HttpRequest request, BlobDetails source, Uri address, long length)
    {
        IReadOnlyDictionary<string, string> metadata = BlobDetails.MetadataOf(request);
        return source with
        {
            Metadata = metadata.Count > 0 ? metadata : source.Metadata,
            Headers = new Dictionary<string, string>(source.Headers)
            {
                [IdHeader] = Guid.NewGuid().ToString(),
                [StatusHeader] = "success",
                [SourceHeader] = address.GetLeftPart(UriPartial.Path), // never the token
                ["x-ms-copy-progress"] = string.Create(CultureInfo.InvariantCulture, $"{length}/{length}"),
                ["x-ms-copy-completion-time"] = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            },
        };
    }
}
