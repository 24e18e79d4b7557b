using System.Globalization;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The headers that every answer with a blob has.</summary>
internal static class BlobProperties
{
    public static void Write(HttpResponse response, StoredBlob blob)
    {
        response.Headers.ETag = blob.ETag;
        response.Headers.LastModified = blob.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.Headers["x-ms-blob-type"] = "BlockBlob";
        response.Headers["x-ms-creation-time"] = blob.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-ms-lease-status"] = "unlocked";
        response.Headers["x-ms-lease-state"] = "available";
    }

    /// <summary>Says that a blob was written.</summary>
    public static void WriteCreated(HttpResponse response, StoredBlob blob)
    {
        response.StatusCode = StatusCodes.Status201Created;
        Write(response, blob);
        response.Headers["x-ms-request-server-encrypted"] = "true";
    }
}
