using Aep.Sdk.Emulator.BlobStorage;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// The operations of the S3 protocol on <c>/{bucket}/{key}</c> (path style: an address has no room for a bucket in its name).
/// </summary>
internal sealed class S3Endpoint(
    S3Sessions sessions, StorageAccounts accounts, BlobStore store, S3Objects objects, S3Multipart multipart, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        string[] path = (context.Request.Path.Value ?? "").TrimStart('/').Split('/', 2);
        S3Caller caller = S3Caller.Of(context.Request, sessions, time.GetUtcNow());
        if (accounts.Find(path[0]) is null)
            throw S3Errors.NoSuchBucket();
        if (path[0] != caller.Session.Bucket)
            throw S3Errors.AccessDenied("The credential is for another bucket.");
        if (path.Length < 2 || path[1].Length == 0)
            await HandleBucketAsync(context, caller);
        else
            await HandleObjectAsync(context, caller, S3Object.Of(caller.Session, path[1]));
    }

    private async Task HandleBucketAsync(HttpContext context, S3Caller caller)
    {
        IQueryCollection query = context.Request.Query;
        if (HttpMethods.IsGet(context.Request.Method) && (query["list-type"] == "2" || S3Listing.IsFirstVersion(query)))
            await S3Xml.WriteAsync(context, S3Listing.Of(context.Request, caller.Session, store));
        else if (HttpMethods.IsGet(context.Request.Method) && query.ContainsKey("uploads"))
            await multipart.ListAsync(context, caller);
        else if (HttpMethods.IsPost(context.Request.Method) && query.ContainsKey("delete"))
            await objects.DeleteManyAsync(context, caller);
        else if (!HttpMethods.IsHead(context.Request.Method))
            throw S3Errors.NotSupported($"{context.Request.Method} on a bucket with {context.Request.QueryString}");
    }

    private Task HandleObjectAsync(HttpContext context, S3Caller caller, S3Object target)
    {
        IQueryCollection query = context.Request.Query;
        if (query.ContainsKey("uploads") || query.ContainsKey("uploadId"))
            return multipart.HandleAsync(context, caller, target);
        bool copy = context.Request.Headers.ContainsKey("x-amz-copy-source");
        bool plain =
            !query.Keys.Any(key => key is "acl" or "tagging" or "versionId" or "retention" or "attributes" or "torrent" or "restore");
        return context.Request.Method switch
        {
            "GET" or "HEAD" when plain => objects.ReadAsync(context, target),
            "PUT" when plain && copy => objects.CopyAsync(context, S3CopySource.Of(context.Request, caller.Session), target),
            "PUT" when plain => objects.PutAsync(context, caller, target),
            "DELETE" when plain => objects.Delete(context, target),
            _ => throw S3Errors.NotSupported($"{context.Request.Method} on an object with {context.Request.QueryString}"),
        };
    }
}
