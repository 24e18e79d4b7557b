namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The forms that the body of a signed request can have (<c>x-amz-content-sha256</c>).</summary>
internal static class S3Payload
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    public static Stream Of(HttpRequest request, string hash, SignatureV4 signer, string seed) => hash switch
    {
        Unsigned => new HashedStream(request.Body, null, ContentChecksum.HeadersOf(request)),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => Chunked(request, null, seed),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" or "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => Chunked(request, signer, seed),
        { Length: 64 } => new HashedStream(request.Body, hash, ContentChecksum.HeadersOf(request)),
        _ => throw S3Errors.NotSupported($"x-amz-content-sha256: {hash}"),
    };

    // A checksum in a header is one of the content, without the marks of the chunks.
    private static HashedStream Chunked(HttpRequest request, SignatureV4? signer, string seed) =>
        new(new AwsChunkedStream(request, signer, seed), null, ContentChecksum.HeadersOf(request));
}
