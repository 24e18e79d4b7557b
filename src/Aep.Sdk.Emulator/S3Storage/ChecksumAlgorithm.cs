using System.IO.Hashing;
using System.Security.Cryptography;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>An algorithm of the checksums that S3 keeps with its objects.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">What an object of several parts can have of it, the usual one first.</param>
/// <param name="Begin">Begins a checksum.</param>
internal sealed record ChecksumAlgorithm(string Name, IReadOnlyList<string> Types, Func<ContentHash> Begin)
{
    public const string FullObject = "FULL_OBJECT", Composite = "COMPOSITE";
    private const string HeaderPrefix = "x-amz-checksum-";

    /// <summary>The algorithm of objects for which none was asked.</summary>
    public static ChecksumAlgorithm Default { get; } =
        new("CRC64NVME", [FullObject], () => ContentHash.HighestFirst(new Crc64(Crc64ParameterSet.Nvme)));

    private static readonly ChecksumAlgorithm[] All =
    [
        Default,
        new("CRC32", [Composite, FullObject], () => ContentHash.HighestFirst(new Crc32())),
        new("CRC32C", [Composite, FullObject], () => ContentHash.HighestFirst(new Crc32(Crc32ParameterSet.Crc32C))),
        new("SHA1", [Composite], () => ContentHash.Of(HashAlgorithmName.SHA1)),
        new("SHA256", [Composite], () => ContentHash.Of(HashAlgorithmName.SHA256)),
    ];

    /// <summary>The header that tells the checksum.</summary>
    public string Header => HeaderPrefix + Name.ToLowerInvariant();

    /// <summary>The element that tells the checksum.</summary>
    public string Element => "Checksum" + Name;

    /// <exception cref="S3Exception">There is none of this name.</exception>
    public static ChecksumAlgorithm Of(string name) =>
        Array.Find(All, algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw S3Errors.NotSupported($"the checksum {name}");

    /// <summary>The one of a header that tells a checksum; null when it is no such header.</summary>
    public static ChecksumAlgorithm? OfHeader(string header) =>
        Array.Find(All, algorithm => algorithm.Header.Equals(header, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one that a request which writes content names; null when it names none.</summary>
    public static ChecksumAlgorithm? Of(HttpRequest request)
    {
        if (request.Headers["x-amz-sdk-checksum-algorithm"].FirstOrDefault() is { } name)
            return Of(name);
        return request.Headers.Select(header => header.Key).Concat(AwsChunkedStream.TrailersOf(request))
            .Select(OfHeader).FirstOrDefault(algorithm => algorithm is not null);
    }

    public async Task<byte[]> OfFilesAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        using ContentHash hash = Begin();
        foreach (string file in files)
        {
            await using FileStream content = File.OpenRead(file);
            await AppendAsync(hash, content, cancellationToken);
        }
        return hash.Result();
    }

    public async Task<byte[]> OfAsync(FileStream content, CancellationToken cancellationToken)
    {
        using ContentHash hash = Begin();
        await AppendAsync(hash, content, cancellationToken);
        return hash.Result();
    }

    private static Task AppendAsync(ContentHash hash, FileStream content, CancellationToken cancellationToken) =>
        BlobContent.ReadAsync(content, new BlobRange(0, content.Length, false), part =>
        {
            hash.Append(part.Span);
            return ValueTask.CompletedTask;
        }, cancellationToken);
}
