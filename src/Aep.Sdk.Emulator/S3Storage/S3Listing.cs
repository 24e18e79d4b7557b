using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>ListObjectsV2: prefix, delimiter, start-after, max-keys, continuation-token, encoding-type.</summary>
internal static class S3Listing
{
    private const int MaxKeys = 1000;

    public static XElement Of(HttpRequest request, S3Session session, BlobStore store)
    {
        string Field(string name) => request.Query[name].ToString();
        string prefix = Field("prefix"), delimiter = Field("delimiter"), token = Field("continuation-token");
        S3Object folder = S3Object.Of(session, prefix);
        int limit = Field("max-keys").Length == 0 ? MaxKeys
            : int.TryParse(Field("max-keys"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? Math.Min(asked, MaxKeys)
            : throw S3Errors.InvalidArgument("max-keys must be a number.");
        string after = token.Length > 0 ? Decode(token) : Field("start-after");
        List<(string Key, StoredBlob? Blob)> entries = [.. store.List(session.Bucket, folder.Container, folder.Name)
            .Select(blob => Fold(blob, $"{folder.Container}/{blob.Name}", prefix, delimiter))
            .DistinctBy(entry => entry.Key)
            .Where(entry => string.CompareOrdinal(entry.Key, after) > 0)
            .Take(limit + 1)];
        bool more = entries.Count > limit;
        if (more)
            entries.RemoveAt(limit);
        Func<string, string> text = Field("encoding-type") == "url" ? CanonicalRequest.Escape : value => value;
        return S3Xml.Element("ListBucketResult",
            S3Xml.Element("Name", session.Bucket), S3Xml.Element("Prefix", text(prefix)), S3Xml.Element("KeyCount", entries.Count),
            S3Xml.Element("MaxKeys", limit), S3Xml.Element("IsTruncated", more),
            Optional("Delimiter", text(delimiter)), Optional("EncodingType", Field("encoding-type")), Optional("ContinuationToken", token),
            more && limit > 0 ? S3Xml.Element("NextContinuationToken", Encode(entries[^1].Key)) : null,
            entries.Select(entry => entry.Blob is null
                ? S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", text(entry.Key)))
                : Content(entry.Blob, text(entry.Key))));
    }

    private static (string Key, StoredBlob? Blob) Fold(StoredBlob blob, string key, string prefix, string delimiter)
    {
        int end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? (key, blob) : (key[..(end + delimiter.Length)], null);
    }

    private static XElement Content(StoredBlob blob, string key) => S3Xml.Element("Contents",
        S3Xml.Element("Key", key),
        S3Xml.Element("LastModified", blob.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        S3Xml.Element("ETag", S3Object.Tag(blob)), S3Xml.Element("Size", blob.Length), S3Xml.Element("StorageClass", "STANDARD"));

    private static XElement? Optional(string name, string value) => value.Length > 0 ? S3Xml.Element(name, value) : null;

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect.");
        }
    }
}
