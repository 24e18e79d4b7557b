using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The conditional headers of the Blob protocol. There are no leases, so a request that names one cannot hold it.</summary>
internal static class BlobConditions
{
    /// <summary>Whether a read need not be answered with content (304): the client has this version.</summary>
    /// <exception cref="BlobException">412: the blob is not the one that the client asks for.</exception>
    public static bool IsUnchanged(HttpRequest request, StoredBlob blob)
    {
        CheckSame(request, blob);
        return IsKnown(request.GetTypedHeaders(), blob);
    }

    /// <exception cref="BlobException">409: there is a blob already; 412: a condition does not hold.</exception>
    public static void CheckWrite(HttpRequest request, StoredBlob? blob)
    {
        CheckSame(request, blob);
        if (blob is null || !IsKnown(request.GetTypedHeaders(), blob))
            return;
        throw request.Headers.IfNoneMatch == "*" && HttpMethods.IsPut(request.Method)
            ? BlobErrors.AlreadyExists()
            : BlobErrors.ConditionNotMet();
    }

    private static void CheckSame(HttpRequest request, StoredBlob? blob)
    {
        if (request.Headers.ContainsKey("x-ms-lease-id"))
            throw BlobErrors.NoLease();
        RequestHeaders headers = request.GetTypedHeaders();
        if (headers.IfMatch.Count > 0 && (blob is null || !Matches(headers.IfMatch, blob)))
            throw BlobErrors.ConditionNotMet();
        if (headers.IfUnmodifiedSince is { } before && blob is not null && Seconds(blob) > before)
            throw BlobErrors.ConditionNotMet();
    }

    private static bool IsKnown(RequestHeaders headers, StoredBlob blob) => headers.IfNoneMatch.Count > 0
        ? Matches(headers.IfNoneMatch, blob)
        : headers.IfModifiedSince is { } since && Seconds(blob) <= since;

    private static bool Matches(IList<EntityTagHeaderValue> tags, StoredBlob blob) =>
        tags.Any(tag => tag.Tag == "*" || tag.Tag.AsSpan().Trim('"').SequenceEqual(blob.ETag.AsSpan().Trim('"')));

    // HTTP dates have no fractions.
    private static DateTimeOffset Seconds(StoredBlob blob) => DateTimeOffset.FromUnixTimeSeconds(blob.LastModified.ToUnixTimeSeconds());
}
