using System.Globalization;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>What a client says that an object consists of, and what it must be then.</summary>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="Headers">The headers with the size and the checksum of the whole.</param>
internal sealed record CompletedParts(IReadOnlyList<CompletedPart> Parts, IHeaderDictionary Headers)
{
    private const string SizeHeader = "x-amz-mp-object-size";

    /// <exception cref="S3Exception">400: it is no list of parts.</exception>
    public static async Task<CompletedParts> ReadAsync(HttpRequest request, Stream body, CancellationToken cancellationToken)
    {
        XElement root = await S3Xml.ReadAsync(body, cancellationToken);
        try
        {
            CompletedPart[] parts = [.. root.Elements().Where(part => part.Name.LocalName == "Part").Select(CompletedPart.Of)];
            return parts.Length > 0 ? new CompletedParts(parts, request.Headers) : throw S3Errors.MalformedXml();
        }
        catch (FormatException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <exception cref="S3Exception">400: the object has another size or checksum.</exception>
    public void Check(long size, ObjectChecksum checksum)
    {
        if (Headers[SizeHeader].FirstOrDefault() is { } expected && expected != size.ToString(CultureInfo.InvariantCulture))
            throw S3Errors.InvalidRequest($"The object has {size} bytes, and not the {expected} that were expected.");
        if (Headers[ObjectChecksum.TypeHeader].FirstOrDefault() is { } type && type != checksum.Type)
            throw S3Errors.BadDigest();
        if (Headers[checksum.Algorithm.Header].FirstOrDefault() is { } value && value != checksum.Value)
            throw S3Errors.BadDigest();
    }
}
