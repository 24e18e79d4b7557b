namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The hash of a range that a client asks for with it, to check what it gets.</summary>
internal static class RangeHash
{
    private const int LongestRange = 4 * 1024 * 1024;

    private static readonly (string Asked, string Answered, Func<ContentHash> Create)[] Kinds =
    [
        ("x-ms-range-get-content-md5", "Content-MD5", ContentHash.Md5),
        ("x-ms-range-get-content-crc64", "x-ms-content-crc64", ContentHash.Crc64),
    ];

    /// <exception cref="BlobException">400: the whole blob is asked for, or more than 4 MB.</exception>
    public static async Task AddAsync(
        HttpRequest request, HttpResponse response, FileStream file, BlobRange range, CancellationToken cancellationToken)
    {
        foreach ((string asked, string answered, Func<ContentHash> create) in Kinds)
        {
            if (!request.Headers[asked].ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!range.IsPartial || range.Count > LongestRange)
                throw BlobErrors.InvalidHeader(asked, "true without a range of 4 MB at most");
            using ContentHash hash = create();
            await BlobContent.ReadAsync(file, range, part =>
            {
                hash.Append(part.Span);
                return ValueTask.CompletedTask;
            }, cancellationToken);
            response.Headers[answered] = Convert.ToBase64String(hash.Result());
        }
    }
}
