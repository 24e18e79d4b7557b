using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The headers <c>x-amz-meta-…</c>: what a client says about an object, and every answer with the object says again.</summary>
internal static class S3Metadata
{
    private const string Prefix = "x-amz-meta-";

    /// <summary>The metadata of a request that writes an object.</summary>
    public static BlobDetails Of(HttpRequest request) => BlobDetails.None with
    {
        Metadata = request.Headers.Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key[Prefix.Length..].ToLowerInvariant(), header => header.Value.ToString()),
    };

    /// <summary>The metadata of a copy: the source's, or the request's when it says so.</summary>
    public static BlobDetails OfCopy(HttpRequest request, BlobDetails source) =>
        request.Headers["x-amz-metadata-directive"] == "REPLACE" ? Of(request) : source;

    public static void Write(HttpResponse response, BlobDetails details)
    {
        foreach ((string name, string value) in details.Metadata)
            response.Headers[Prefix + name] = value;
    }
}
