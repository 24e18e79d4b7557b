using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The checksum that S3 keeps with an object.</summary>
/// <param name="Algorithm">How it was made.</param>
/// <param name="Type">Whether of the object, or of the checksums of its parts.</param>
/// <param name="Value">The checksum, in base 64.</param>
internal sealed record ObjectChecksum(ChecksumAlgorithm Algorithm, string Type, string Value)
{
    public const string TypeHeader = "x-amz-checksum-type";
    private const string ModeHeader = "x-amz-checksum-mode";

    /// <summary>The one that is kept with an object; null for one that was not written through the protocol.</summary>
    public static ObjectChecksum? Kept(BlobDetails details)
    {
        foreach ((string header, string value) in details.Headers)
        {
            if (ChecksumAlgorithm.OfHeader(header) is { } algorithm)
                return new ObjectChecksum(algorithm, details.Headers[TypeHeader], value);
        }
        return null;
    }

    /// <summary>The usual one of an object.</summary>
    public static async Task<ObjectChecksum> OfAsync(FileStream content, CancellationToken cancellationToken) => new(
        ChecksumAlgorithm.Default, ChecksumAlgorithm.FullObject,
        Convert.ToBase64String(await ChecksumAlgorithm.Default.OfAsync(content, cancellationToken)));

    /// <summary>The checksum of an object that is made of files.</summary>
    public static async Task<ObjectChecksum> OfFilesAsync(
        ChecksumAlgorithm algorithm, IReadOnlyList<string> files, CancellationToken cancellationToken) => new(
            algorithm, ChecksumAlgorithm.FullObject, Convert.ToBase64String(await algorithm.OfFilesAsync(files, cancellationToken)));

    /// <summary>The checksum of the checksums of an object's parts.</summary>
    public static async Task<ObjectChecksum> OfPartsAsync(
        ChecksumAlgorithm algorithm, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        using ContentHash hash = algorithm.Begin();
        foreach (string part in parts)
            hash.Append(await algorithm.OfFilesAsync([part], cancellationToken));
        return new ObjectChecksum(algorithm, ChecksumAlgorithm.Composite, $"{Convert.ToBase64String(hash.Result())}-{parts.Count}");
    }

    /// <summary>Whether a client wants to know it.</summary>
    public static bool IsAsked(HttpRequest request) =>
        request.Headers[ModeHeader].ToString().Equals("ENABLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is to be kept about an object with this checksum.</summary>
    public BlobDetails DetailsWith(IReadOnlyDictionary<string, string> metadata) => BlobDetails.None with
    {
        Metadata = metadata,
        Headers = new Dictionary<string, string> { [Algorithm.Header] = Value, [TypeHeader] = Type },
    };

    public void WriteTo(HttpResponse response) =>
        (response.Headers[Algorithm.Header], response.Headers[TypeHeader]) = (Value, Type);

    public object?[] ToXml() => [S3Xml.Element(Algorithm.Element, Value), S3Xml.Element("ChecksumType", Type)];
}
