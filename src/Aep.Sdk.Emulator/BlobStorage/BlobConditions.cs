using Microsoft.Extensions.Primitives;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The conditional headers of the Blob protocol. There are no leases, so a request that names one cannot hold it.</summary>
internal static class BlobConditions
{
    private const string SourcePrefix = "x-ms-source-";

    /// <summary>Whether a read need not be answered with content (304): the client has this version.</summary>
    /// <exception cref="BlobException">412: the blob is not the one that the client asks for.</exception>
    public static bool IsUnchanged(HttpRequest request, StoredBlob blob)
    {
        CheckSame(request, blob);
        return IsKnown(request, blob);
    }

    /// <exception cref="BlobException">409: there is a blob already; 412: a condition does not hold.</exception>
    public static void CheckWrite(HttpRequest request, StoredBlob? blob)
    {
        CheckSame(request, blob);
        if (blob is null || !IsKnown(request, blob))
            return;
        throw request.Headers.IfNoneMatch == "*" && HttpMethods.IsPut(request.Method)
            ? BlobErrors.AlreadyExists()
            : BlobErrors.ConditionNotMet();
    }

    /// <summary>Checks the conditions that a copy sets for its source.</summary>
    /// <exception cref="BlobException">412: one does not hold.</exception>
    public static void CheckSource(HttpRequest request, StoredBlob source)
    {
        HttpRequest conditions = new DefaultHttpContext().Request;
        foreach (string name in new[] { "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since" })
        {
            if (request.Headers.TryGetValue(SourcePrefix + name, out StringValues value))
                conditions.Headers[name] = value;
        }
        if (!IsSame(conditions, source) || IsKnown(conditions, source))
            throw BlobErrors.SourceConditionNotMet();
    }

    private static void CheckSame(HttpRequest request, StoredBlob? blob)
    {
        if (request.Headers.ContainsKey("x-ms-lease-id"))
            throw BlobErrors.NoLease();
        if (!IsSame(request, blob))
            throw BlobErrors.ConditionNotMet();
    }

    private static bool IsSame(HttpRequest request, StoredBlob? blob) =>
        (request.Headers.IfMatch.Count == 0 || (blob is not null && Matches(request.Headers.IfMatch, blob)))
        && (request.GetTypedHeaders().IfUnmodifiedSince is not { } before || blob is null || Seconds(blob) <= before);

    private static bool IsKnown(HttpRequest request, StoredBlob blob) => request.Headers.IfNoneMatch.Count > 0
        ? Matches(request.Headers.IfNoneMatch, blob)
        : request.GetTypedHeaders().IfModifiedSince is { } since && Seconds(blob) <= since;

    // Some clients leave the quotes out.
    private static bool Matches(StringValues header, StoredBlob blob) => header.ToString().Split(',')
        .Select(tag => tag.Trim().Trim('"')).Any(tag => tag == "*" || tag == blob.ETag.Trim('"'));

    // HTTP dates have no fractions.
    private static DateTimeOffset Seconds(StoredBlob blob) => DateTimeOffset.FromUnixTimeSeconds(blob.LastModified.ToUnixTimeSeconds());
}
