using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// ListObjectsV2: prefix, delimiter, start-after, max-keys, continuation-token, encoding-type. Its first version pages by the last name
/// itself (marker), and names it only where names are folded.
/// </summary>
internal static class S3Listing
{
    private const int MaxKeys = 1000;
    private static readonly string[] FirstVersionFields = ["prefix", "delimiter", "marker", "max-keys", "encoding-type", "x-id"];

    /// <summary>True for a request that has none but the fields of ListObjects, and those of a presigned address.</summary>
    public static bool IsFirstVersion(IQueryCollection query) =>
        query.Keys.All(key => FirstVersionFields.Contains(key) || key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));

    public static XElement Of(HttpRequest request, S3Session session, BlobStore store)
    {
        string Field(string name) => request.Query[name].ToString();
        string prefix = Field("prefix"), delimiter = Field("delimiter"), token = Field("continuation-token");
        S3Object folder = S3Object.Of(session, prefix);
        int limit = Field("max-keys").Length == 0 ? MaxKeys
            : int.TryParse(Field("max-keys"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? Math.Min(asked, MaxKeys)
            : throw S3Errors.InvalidArgument("max-keys must be a number.");
        bool first = Field("list-type").Length == 0;
        string after = token.Length > 0 ? Decode(token) : Field(first ? "marker" : "start-after");
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
            S3Xml.Element("Name", session.Bucket), S3Xml.Element("Prefix", text(prefix)),
            S3Xml.Element("MaxKeys", limit), S3Xml.Element("IsTruncated", more),
            Optional("Delimiter", text(delimiter)), Optional("EncodingType", Field("encoding-type")),
            first ? Marks(text(after), more && delimiter.Length > 0 ? text(entries[^1].Key) : "")
                : Tokens(entries.Count, token, more && limit > 0 ? Encode(entries[^1].Key) : ""),
            entries.Select(entry => entry.Blob is null
                ? S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", text(entry.Key)))
                : Content(entry.Blob, text(entry.Key))));
    }

    private static (string Key, StoredBlob? Blob) Fold(StoredBlob blob, string key, string prefix, string delimiter)
    {
        int end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? (key, blob) : (key[..(end + delimiter.Length)], null);
    }

    private static object?[] Marks(string marker, string next) => [S3Xml.Element("Marker", marker), Optional("NextMarker", next)];

    private static object?[] Tokens(int count, string token, string next) =>
        [S3Xml.Element("KeyCount", count), Optional("ContinuationToken", token), Optional("NextContinuationToken", next)];

    private static XElement Content(StoredBlob blob, string key) => S3Xml.Element("Contents",
        S3Xml.Element("Key", key),
        S3Xml.Element("LastModified", S3Xml.Time(blob.LastModified)),
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
