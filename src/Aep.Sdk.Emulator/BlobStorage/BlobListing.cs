using System.Globalization;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>List Blobs: prefix, delimiter, marker, maxresults.</summary>
internal static class BlobListing
{
    private const int MaxResults = 5000;

    public static XDocument Of(
        HttpRequest request, string account, string container, IReadOnlyList<StoredBlob> blobs, Func<StoredBlob, BlobDetails> detailsOf)
    {
        string prefix = request.Query["prefix"].ToString(), delimiter = request.Query["delimiter"].ToString(),
            marker = request.Query["marker"].ToString();
        int limit = Limit(request.Query["maxresults"].ToString());

        // An entry is a blob, or everything below the next delimiter as one.
        List<(string Name, StoredBlob? Blob)> entries = [.. blobs
            .Select(blob => Fold(blob, prefix, delimiter))
            .DistinctBy(entry => entry.Name)
            .Where(entry => string.CompareOrdinal(entry.Name, marker) >= 0)];
        bool withMetadata = request.Query["include"].ToString().Contains("metadata", StringComparison.Ordinal);
        string next = entries.Count > limit ? entries[limit].Name : "";
        return new XDocument(new XElement("EnumerationResults",
            new XAttribute("ServiceEndpoint", $"{request.Scheme}://{request.Host}/{account}/"),
            new XAttribute("ContainerName", container),
            new XElement("Prefix", prefix),
            new XElement("Marker", marker),
            new XElement("MaxResults", limit),
            new XElement("Delimiter", delimiter),
            new XElement("Blobs", entries.Take(limit).Select(
                entry => entry.Blob is null ? PrefixElement(entry.Name) : BlobElement(entry.Blob, detailsOf(entry.Blob), withMetadata))),
            new XElement("NextMarker", next)));
    }

    private static int Limit(string text)
    {
        if (text.Length == 0)
            return MaxResults;
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out int asked))
            throw BlobErrors.InvalidQuery("maxresults", text);
        return asked > 0 ? Math.Min(asked, MaxResults) : throw BlobErrors.OutOfRangeQuery("maxresults", text);
    }

    private static (string Name, StoredBlob? Blob) Fold(StoredBlob blob, string prefix, string delimiter)
    {
        int end = delimiter.Length == 0 ? -1 : blob.Name.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? (blob.Name, blob) : (blob.Name[..(end + delimiter.Length)], null);
    }

    private static XElement PrefixElement(string name) => new("BlobPrefix", new XElement("Name", name));

    private static XElement BlobElement(StoredBlob blob, BlobDetails details, bool withMetadata) => new("Blob",
        new XElement("Name", blob.Name),
        new XElement("Properties",
            new XElement("Creation-Time", blob.LastModified.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Last-Modified", blob.LastModified.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Etag", blob.ETag.Trim('"')),
            new XElement("Content-Length", blob.Length),
            new XElement("Content-Type", details.ContentType),
            details.Headers.Where(header => header.Key.StartsWith("C", StringComparison.Ordinal))
                .Select(header => new XElement(header.Key, header.Value)),
            new XElement("BlobType", "BlockBlob"),
            new XElement("AccessTier", "Hot"),
            new XElement("LeaseStatus", "unlocked"),
            new XElement("LeaseState", "available")),
        withMetadata ? new XElement("Metadata", details.Metadata.Select(member => new XElement(member.Key, member.Value))) : null);
}
