using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// Sources of copies, within the landing zone: the address of one has a token that lets read it. A copy is done when it is answered.
/// </summary>
internal sealed class BlobCopies(StorageAccounts accounts, BlobStore store, TimeProvider time)
{
    public const string SourceHeader = "x-ms-copy-source";
    private const string IdHeader = "x-ms-copy-id", StatusHeader = "x-ms-copy-status";

    /// <exception cref="BlobException">
    /// 403: the token of the source does not let read it; 404: there is no source; 412: a condition does not hold; 501: it is elsewhere.
    /// </exception>
    public CopySource Open(HttpRequest request)
    {
        Uri source = SourceOf(request);
        (string account, string container, string name) = Authorize(request, source);
        (StoredBlob blob, FileStream content) = store.Open(account, container, name) ?? throw BlobErrors.BlobNotFound();
        try
        {
            BlobConditions.CheckSource(request, blob);
        }
        catch (BlobException)
        {
            content.Dispose();
            throw;
        }
        return new CopySource(source, blob, content);
    }

    /// <summary>What is kept about a copy. Without metadata of its own it has those of its source.</summary>
    public BlobDetails Details(HttpRequest request, CopySource from, BlobDetails source)
    {
        long length = from.Blob.Length;
        IReadOnlyDictionary<string, string> metadata = BlobDetails.MetadataHeaders.Of(request);
        return source with
        {
            Metadata = metadata.Count > 0 ? metadata : source.Metadata,
            Headers = new Dictionary<string, string>(source.Headers)
            {
                [IdHeader] = Guid.NewGuid().ToString(),
                [StatusHeader] = "success",
                [SourceHeader] = from.Address.GetLeftPart(UriPartial.Path), // never the token
                ["x-ms-copy-progress"] = string.Create(CultureInfo.InvariantCulture, $"{length}/{length}"),
                ["x-ms-copy-completion-time"] = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            },
        };
    }

    public static void WriteStatus(HttpResponse response, BlobDetails details)
    {
        foreach (string header in new[] { IdHeader, StatusHeader })
            response.Headers[header] = details.Headers[header];
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

    private (string Account, string Container, string Name) Authorize(HttpRequest request, Uri source)
    {
        string[] path = [.. Uri.UnescapeDataString(source.AbsolutePath).TrimStart('/').Split('/', 3)];
        if (path.Length < 3 || accounts.Find(path[0]) is not { } account || !BlobStore.ContainerExists(path[1]))
            throw BlobErrors.CannotVerifySource("It names no blob of this landing zone.");
        try
        {
            var fields = new QueryCollection(QueryHelpers.ParseQuery(source.Query));
            var token = new SasToken(
                fields, source.Scheme == Uri.UriSchemeHttps, request.HttpContext.Connection.RemoteIpAddress, time.GetUtcNow());
            token.Check(account, path[1], path[2], new SasDemand('o', "r"));
        }
        catch (BlobException refusal)
        {
            throw BlobErrors.CannotVerifySource(refusal.Message);
        }
        return (path[0], path[1], path[2]);
    }
}
