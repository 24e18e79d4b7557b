using System.Globalization;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>A part as the client that completes an upload knows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Tag">Its entity tag.</param>
/// <param name="Checksums">Its checksums, as elements.</param>
internal sealed record CompletedPart(int Number, string Tag, IReadOnlyList<XElement> Checksums)
{
    public static CompletedPart Of(XElement part) => new(
        int.Parse(S3Xml.Child(part, "PartNumber"), CultureInfo.InvariantCulture), S3Xml.Child(part, "ETag").Trim('"'),
        [.. part.Elements().Where(child => child.Name.LocalName.StartsWith("Checksum", StringComparison.Ordinal))]);

    /// <summary>Whether a file is this part.</summary>
    public async Task<bool> IsAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || await MultipartUploads.TagAsync(file, cancellationToken) != Tag)
            return false;
        foreach (XElement checksum in Checksums)
        {
            byte[] found = await ChecksumAlgorithm.Of(checksum.Name.LocalName["Checksum".Length..]).OfFilesAsync([file], cancellationToken);
            if (Convert.ToBase64String(found) != checksum.Value)
                return false;
        }
        return true;
    }
}
