using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// Uploads in parts that have not ended (ListMultipartUploads), and their parts (ListParts). All of them in one page: none has more than
/// 10000.
/// </summary>
internal static class S3UploadListing
{
    public static XElement Of(HttpRequest request, S3Session session, MultipartUploads uploads)
    {
        foreach (string name in (string[])["delimiter", "key-marker", "upload-id-marker"])
        {
            if (request.Query[name].ToString().Length > 0)
                throw S3Errors.NotSupported($"GET ?uploads with {name}");
        }

        string prefix = request.Query["prefix"].ToString(), encoding = request.Query["encoding-type"].ToString();
        S3Object folder = S3Object.Of(session, prefix);
        Func<string, string> text = encoding == "url" ? CanonicalRequest.Escape : value => value;
        return S3Xml.Element("ListMultipartUploadsResult",
            S3Xml.Element("Bucket", folder.Bucket), S3Xml.Element("Prefix", text(prefix)), S3Xml.Element("KeyMarker"),
            S3Xml.Element("UploadIdMarker"),
            S3Xml.Element("IsTruncated", false), encoding.Length > 0 ? S3Xml.Element("EncodingType", encoding) : null,
            uploads.List(folder.Bucket, prefix).Select(upload => S3Xml.Element("Upload",
                S3Xml.Element("Key", text(upload.Key)), S3Xml.Element("UploadId", upload.Id), S3Xml.Element("StorageClass", "STANDARD"),
                S3Xml.Element("Initiated", S3Xml.Time(upload.Initiated)), upload.Request.ToXml())));
    }

    public static async Task<XElement> OfPartsAsync(S3Object target, MultipartUpload upload, CancellationToken cancellationToken)
    {
        XElement list = S3Xml.Element("ListPartsResult",
            S3Xml.Element("Bucket", target.Bucket), S3Xml.Element("Key", target.Key), S3Xml.Element("UploadId", upload.Id),
                S3Xml.Element("IsTruncated", false), upload.Request.ToXml());
        foreach ((int number, FileInfo file) in upload.Parts())
        {
            string tag = await MultipartUploads.TagAsync(file.FullName, cancellationToken);
            list.Add(S3Xml.Element("Part",
                S3Xml.Element("PartNumber", number), S3Xml.Element("LastModified", S3Xml.Time(file.LastWriteTimeUtc)),
                S3Xml.Element("ETag", $"\"{tag}\""),
                S3Xml.Element("Size", file.Length), await ChecksumAsync(upload.Request.Algorithm, file.FullName, cancellationToken)));
        }

        return list;
    }

    private static async Task<XElement?> ChecksumAsync(ChecksumAlgorithm? algorithm, string part, CancellationToken cancellationToken) =>
        algorithm is null
            ? null
            : S3Xml.Element(algorithm.Element, Convert.ToBase64String(await algorithm.OfFilesAsync([part], cancellationToken)));
}
