
namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Blobs that are read, written, described and deleted as a whole.</summary>
internal sealed class BlobObjects(BlobStore store, BlobCopies copies)
{
    public async Task ReadAsync(HttpContext context, string account, string container, string name)
    {
        (StoredBlob blob, FileStream content) = store.Open(account, container, name) ?? throw BlobErrors.BlobNotFound();
        await using FileStream file = content;
        HttpResponse response = context.Response;
        if (BlobConditions.IsUnchanged(context.Request, blob))
        {
            BlobProperties.Write(response, blob);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        BlobRange range = BlobRange.Of(context.Request, blob.Length);
        BlobProperties.Write(response, blob);
        BlobDetails details = store.DetailsOf(blob);
        details.WriteTo(response, range.IsPartial);
        response.ContentType = details.ContentType;
        foreach ((string field, string header) in ServiceSas.Overrides.Where(item => context.Request.Query.ContainsKey(item.Field)))
            response.Headers[header] = context.Request.Query[field];
        await RangeHash.AddAsync(context.Request, response, file, range, context.RequestAborted);
        await BlobContent.AnswerAsync(context, file, range);
    }

    public Task ReadMetadataAsync(HttpContext context, string account, string container, string name)
    {
        StoredBlob blob = store.Find(account, container, name) ?? throw BlobErrors.BlobNotFound();
        BlobProperties.Write(context.Response, blob);
        BlobDetails.MetadataHeaders.Write(context.Response, store.DetailsOf(blob));
        return Task.CompletedTask;
    }

    public Task SetMetadataAsync(HttpContext context, string account, string container, string name) => DescribeAsync(
        context, account, container, name, details => details with { Metadata = BlobDetails.MetadataHeaders.Of(context.Request) });

    public Task SetPropertiesAsync(HttpContext context, string account, string container, string name) =>
        DescribeAsync(context, account, container, name, details => details.WithHeadersOf(context.Request));

    public async Task PutAsync(HttpContext context, string account, string container, string name)
    {
        // Before the bytes come, so that they need not; and once more when they are there, in one step with the writing.
        CheckWrite(context, store.Find(account, container, name));
        StoredBlob blob = await store.WriteAsync(
            account, container, name, BodyHash.Of(context.Request), found => CheckWrite(context, found), context.RequestAborted,
            () => BlobDetails.Of(context.Request));
        BodyHash.Confirm(context.Request, context.Response);
        BlobProperties.WriteCreated(context.Response, blob);
    }

    public async Task CopyAsync(HttpContext context, string account, string container, string name)
    {
        await using CopySource source = copies.Open(context.Request);
        BlobDetails details = copies.Details(context.Request, source, store.DetailsOf(source.Blob));
        StoredBlob copy = await WriteAsync(context, account, container, name, source, details);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        BlobCopies.WriteStatus(context.Response, details);
        BlobProperties.Write(context.Response, copy);
    }

    public async Task PutFromUrlAsync(HttpContext context, string account, string container, string name)
    {
        await using CopySource source = copies.Open(context.Request);
        await source.CheckHashAsync(context.Request, new BlobRange(0, source.Blob.Length, false), context.RequestAborted);
        BlobDetails given = BlobDetails.Of(context.Request);
        // The source's headers come with it, unless the client says otherwise; its metadata never does.
        BlobDetails details = context.Request.Headers["x-ms-copy-source-blob-properties"] == "false"
            ? given
            : store.DetailsOf(source.Blob) with { Metadata = given.Metadata, Blocks = [] };
        BlobProperties.WriteCreated(context.Response, await WriteAsync(context, account, container, name, source, details));
    }

    public Task DeleteAsync(HttpContext context, string account, string container, string name)
    {
        if (!store.Delete(account, container, name, found => BlobConditions.CheckWrite(context.Request, found)))
            throw BlobErrors.BlobNotFound();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private Task<StoredBlob> WriteAsync(
        HttpContext context, string account, string container, string name, CopySource source, BlobDetails details)
    {
        CheckWrite(context, store.Find(account, container, name));
        return store.WriteAsync(
            account, container, name, source.Content, found => CheckWrite(context, found), context.RequestAborted, () => details);
    }

    private Task DescribeAsync(
        HttpContext context, string account, string container, string name, Func<BlobDetails, BlobDetails> change)
    {
        StoredBlob blob =
            store.Describe(account, container, name, found => BlobConditions.CheckWrite(context.Request, found), change)
            ?? throw BlobErrors.BlobNotFound();
        BlobProperties.Write(context.Response, blob);
        return Task.CompletedTask;
    }

    private static void CheckWrite(HttpContext context, StoredBlob? found)
    {
        if (found is not null && !SasToken.Of(context).Allows("w"))
            throw BlobErrors.PermissionMismatch(); // it may create only
        BlobConditions.CheckWrite(context.Request, found);
    }
}
