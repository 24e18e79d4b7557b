using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Uploads in parts: start, parts, complete, abort, and what has arrived.</summary>
internal sealed class S3Multipart(MultipartUploads uploads)
{
    public Task HandleAsync(HttpContext context, S3Caller caller, S3Object target)
    {
        IQueryCollection query = context.Request.Query;
        string id = query["uploadId"].ToString();
        return context.Request.Method switch
        {
            "POST" when query.ContainsKey("uploads") => StartAsync(context, target),
            "PUT" when !context.Request.Headers.ContainsKey("x-amz-copy-source") => WritePartAsync(context, caller, Find(target, id)),
            "GET" when id.Length > 0 => ListPartsAsync(context, target, Find(target, id)),
            "POST" => CompleteAsync(context, caller, target, Find(target, id)),
            "DELETE" => Abort(context, Find(target, id)),
            _ => throw S3Errors.NotSupported($"{context.Request.Method} on a multipart upload"),
        };
    }

    public Task ListAsync(HttpContext context, S3Caller caller) =>
        S3Xml.WriteAsync(context, S3UploadListing.Of(context.Request, caller.Session, uploads));

    private MultipartUpload Find(S3Object target, string id) => uploads.Find(target, id);

    private Task StartAsync(HttpContext context, S3Object target)
    {
        MultipartUpload upload = uploads.Start(target, MultipartRequest.Of(context.Request));
        upload.Request.WriteTo(context.Response);
        return S3Xml.WriteAsync(context, S3Xml.Element("InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", target.Bucket), S3Xml.Element("Key", target.Key), S3Xml.Element("UploadId", upload.Id)));
    }

    private async Task WritePartAsync(HttpContext context, S3Caller caller, MultipartUpload upload)
    {
        ChecksumAlgorithm? asked = upload.Request.Algorithm, given = ChecksumAlgorithm.Of(context.Request);
        if (asked is not null && given is not null && asked != given)
            throw S3Errors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {asked.Name}, actual checksum Type: {given.Name}");
        string tag =
            await uploads.WritePartAsync(upload, context.Request.Query["partNumber"].ToString(), caller.Body, context.RequestAborted);
        context.Response.Headers.ETag = $"\"{tag}\"";
    }

    private static async Task ListPartsAsync(HttpContext context, S3Object target, MultipartUpload upload) =>
        await S3Xml.WriteAsync(context, await S3UploadListing.OfPartsAsync(target, upload, context.RequestAborted));

    private async Task CompleteAsync(HttpContext context, S3Caller caller, S3Object target, MultipartUpload upload)
    {
        CompletedParts parts = await CompletedParts.ReadAsync(context.Request, caller.Body, context.RequestAborted);
        (StoredBlob blob, ObjectChecksum checksum) = await uploads.CompleteAsync(
            upload, target, parts, found => S3Objects.CheckMatch(context.Request, found), context.RequestAborted);
        await S3Xml.WriteAsync(context, S3Xml.Element("CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"{context.Request.Scheme}://{context.Request.Host}/{target.Bucket}/{target.Key}"),
            S3Xml.Element("Bucket", target.Bucket), S3Xml.Element("Key", target.Key), S3Xml.Element("ETag", S3Object.Tag(blob)),
            checksum.ToXml()));
    }

    private static Task Abort(HttpContext context, MultipartUpload upload)
    {
        MultipartUploads.Abort(upload);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
