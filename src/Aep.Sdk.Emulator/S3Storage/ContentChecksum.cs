using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The checksums that come with a body (<c>x-amz-checksum-…</c> and <c>Content-MD5</c>), by header, in base 64.</summary>
internal sealed class ContentChecksum(IEnumerable<string> headers) : IDisposable
{
    private const string Md5 = "content-md5", Prefix = "x-amz-checksum-";
    private static readonly string[] Others = ["x-amz-checksum-algorithm", ObjectChecksum.TypeHeader, "x-amz-checksum-mode"];

    private readonly Dictionary<string, ContentHash> _hashes = headers.ToDictionary(
        header => header,
        header => header.Equals(Md5, StringComparison.OrdinalIgnoreCase)
            ? ContentHash.Md5()
            : (ChecksumAlgorithm.OfHeader(header) ?? throw S3Errors.NotSupported($"the checksum {header}")).Begin());

    /// <summary>Those that the headers of a request tell of its body. Of a list of parts they tell what the whole object's is.</summary>
    public static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        bool ofParts = HttpMethods.IsPost(request.Method) && request.Query.ContainsKey("uploadId");
        return request.Headers
            .Where(header => header.Key.Equals(Md5, StringComparison.OrdinalIgnoreCase) || (!ofParts && IsChecksum(header.Key)))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (ContentHash hash in _hashes.Values)
            hash.Append(bytes);
    }

    public string Of(string header) => Convert.ToBase64String(_hashes[header].Result());

    public void Dispose()
    {
        foreach (ContentHash hash in _hashes.Values)
            hash.Dispose();
    }

    private static bool IsChecksum(string header) =>
        header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !Others.Contains(header, StringComparer.OrdinalIgnoreCase);
}
