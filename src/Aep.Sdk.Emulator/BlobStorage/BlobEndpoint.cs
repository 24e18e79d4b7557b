using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The operations of the Blob protocol on <c>/{account}/{container}/{blob}</c>.</summary>
internal sealed class BlobEndpoint(StorageAccounts accounts, BlobStore store, BlobCopies copies, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        string[] path = [.. (context.Request.Path.Value ?? "").TrimStart('/').Split('/', 3)];
        StorageAccount account = accounts.Find(path[0]) ?? throw BlobErrors.AuthenticationFailed("The account does not exist.");
        string container = path.Length > 1 ? path[1] : "";
        if (!BlobStore.ContainerExists(container))
            throw BlobErrors.ContainerNotFound();
        string? blob = path.Length == 3 && path[2].Length > 0 ? path[2] : null;
        string comp = context.Request.Query["comp"].ToString();
        Operation operation = Find(context.Request, comp, blob);
        ServiceSas.Check(context.Request.Query, account, container, blob, operation.Permission, time.GetUtcNow());
        await operation.RunAsync(context, account.Name, container, blob!);
    }

    private Operation Find(HttpRequest request, string comp, string? blob)
    {
        string? type = request.Headers["x-ms-blob-type"].FirstOrDefault();
        bool fromUrl = request.Headers.ContainsKey(BlobCopies.SourceHeader);
        if (request.Query.ContainsKey("snapshot") || request.Query.ContainsKey("versionid"))
            throw BlobErrors.NotSupported("A snapshot or version of a blob");
        if (request.Headers.ContainsKey("x-ms-structured-body"))
            throw BlobErrors.NotSupported("A structured body");
        return (request.Method, comp, blob) switch
        {
            ("GET", "list", null) => new Operation('l', ListAsync),
            // A token of a container opens what is in it, not the container itself.
            ("GET" or "HEAD", "" or "metadata", null) when request.Query["restype"] == "container" => throw BlobErrors.PermissionMismatch(),
            ("GET" or "HEAD", "", not null) => new Operation('r', ReadAsync),
            ("GET" or "HEAD", "metadata", not null) => new Operation('r', ReadMetadataAsync),
            ("GET", "blocklist", not null) when request.Query["blocklisttype"] == "uncommitted" => new Operation('r', ListBlocksAsync),
            ("PUT", "lease", _) => throw BlobErrors.NotSupported("Lease"),
            ("PUT", "", not null) when fromUrl && type is null => new Operation('w', CopyAsync),
            ("PUT", "", not null) when fromUrl => throw BlobErrors.NotSupported("Put Blob From URL"),
            ("PUT", "block", not null) when fromUrl => throw BlobErrors.NotSupported("Put Block From URL"),
            ("PUT", "", not null) when type is null => throw BlobErrors.MissingHeader("x-ms-blob-type"),
            ("PUT", "", not null) when type != "BlockBlob" => throw BlobErrors.NotSupported($"The blob type {type}"),
            ("PUT", "", not null) => new Operation('w', PutAsync),
            ("PUT", "block", not null) => new Operation('w', PutBlockAsync),
            ("PUT", "blocklist", not null) => new Operation('w', PutBlockListAsync),
            ("DELETE", "", not null) => new Operation('d', DeleteAsync),
            _ => throw BlobErrors.NotSupported($"{request.Method} comp={comp} {(blob is null ? "on a container" : "on a blob")}"),
        };
    }

    private async Task ListAsync(HttpContext context, string account, string container, string blob)
    {
        IReadOnlyList<StoredBlob> blobs = store.List(account, container, context.Request.Query["prefix"].ToString());
        context.Response.ContentType = "application/xml";
        XDocument listing = BlobListing.Of(context.Request, account, container, blobs, store.DetailsOf);
        await listing.SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    private async Task ReadAsync(HttpContext context, string account, string container, string name)
    {
        (StoredBlob blob, FileStream content) = store.Open(account, container, name) ?? throw BlobErrors.BlobNotFound();
        await using FileStream file = content;
        if (BlobConditions.IsUnchanged(context.Request, blob))
        {
            WriteProperties(context.Response, blob);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        BlobRange range = BlobRange.Of(context.Request, blob.Length);
        HttpResponse response = context.Response;
        response.StatusCode = range.IsPartial ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        WriteProperties(response, blob);
        BlobDetails details = store.DetailsOf(blob);
        details.WriteTo(response, range.IsPartial);
        response.ContentType = details.ContentType;
        foreach ((string field, string header) in ServiceSas.Overrides.Where(item => context.Request.Query.ContainsKey(item.Field)))
            response.Headers[header] = context.Request.Query[field];
        await RangeHash.AddAsync(context.Request, response, file, range, context.RequestAborted);
        response.ContentLength = range.Count;
        if (range.IsPartial)
            response.Headers.ContentRange =
                string.Create(CultureInfo.InvariantCulture, $"bytes {range.Offset}-{range.Offset + range.Count - 1}/{blob.Length}");
        if (HttpMethods.IsGet(context.Request.Method))
            await BlobContent.CopyAsync(file, range, response.Body, context.RequestAborted);
    }

    private Task ReadMetadataAsync(HttpContext context, string account, string container, string name)
    {
        StoredBlob blob = store.Find(account, container, name) ?? throw BlobErrors.BlobNotFound();
        WriteProperties(context.Response, blob);
        store.DetailsOf(blob).WriteMetadata(context.Response);
        return Task.CompletedTask;
    }

    private async Task CopyAsync(HttpContext context, string account, string container, string name) =>
        WriteProperties(context.Response, await copies.CopyAsync(context, account, container, name));

    private async Task PutAsync(HttpContext context, string account, string container, string name)
    {
        // Before the bytes come, so that they need not; and once more when they are there, in one step with the writing.
        BlobConditions.CheckWrite(context.Request, store.Find(account, container, name));
        StoredBlob blob = await store.WriteAsync(
            account, container, name, BodyHash.Of(context.Request), found => BlobConditions.CheckWrite(context.Request, found),
            context.RequestAborted,
            BlobDetails.Of(context.Request));
        BodyHash.Confirm(context.Request, context.Response);
        Created(context.Response, blob);
    }

    private async Task PutBlockAsync(HttpContext context, string account, string container, string name)
    {
        string blockId = context.Request.Query["blockid"].ToString();
        await store.StageBlockAsync(account, container, name, blockId, BodyHash.Of(context.Request), context.RequestAborted);
        BodyHash.Confirm(context.Request, context.Response);
        context.Response.StatusCode = StatusCodes.Status201Created;
    }

    private async Task PutBlockListAsync(HttpContext context, string account, string container, string name)
    {
        IReadOnlyList<string> blocks = await ReadBlockListAsync(context);
        Created(context.Response, await store.CommitBlocksAsync(
            account, container, name, blocks, found => BlobConditions.CheckWrite(context.Request, found), context.RequestAborted,
            BlobDetails.Of(context.Request)));
    }

    private async Task ListBlocksAsync(HttpContext context, string account, string container, string name)
    {
        StoredBlob? blob = store.Find(account, container, name);
        IReadOnlyList<StagedBlock> blocks = store.StagedBlocks(account, container, name);
        if (blob is null && blocks.Count == 0)
            throw BlobErrors.BlobNotFound();
        if (blob is not null)
            WriteProperties(context.Response, blob);
        context.Response.ContentType = "application/xml";
        await BlockListing.Of(blocks).SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    private Task DeleteAsync(HttpContext context, string account, string container, string name)
    {
        if (!store.Delete(account, container, name, found => BlobConditions.CheckWrite(context.Request, found)))
            throw BlobErrors.BlobNotFound();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<string>> ReadBlockListAsync(HttpContext context)
    {
        // The text reader takes a byte order mark away, which some clients send.
        using var reader = new StreamReader(BodyHash.Of(context.Request));
        string text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return [.. XDocument.Parse(text).Root!.Elements().Select(element => element.Value)];
        }
        catch (XmlException)
        {
            throw BlobErrors.InvalidBlockList();
        }
    }

    private static void Created(HttpResponse response, StoredBlob blob)
    {
        response.StatusCode = StatusCodes.Status201Created;
        WriteProperties(response, blob);
        response.Headers["x-ms-request-server-encrypted"] = "true";
    }

    private static void WriteProperties(HttpResponse response, StoredBlob blob)
    {
        response.Headers.ETag = blob.ETag;
        response.Headers.LastModified = blob.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.Headers["x-ms-blob-type"] = "BlockBlob";
        response.Headers["x-ms-creation-time"] = blob.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["x-ms-lease-status"] = "unlocked";
        response.Headers["x-ms-lease-state"] = "available";
    }

    private sealed record Operation(char Permission, Func<HttpContext, string, string, string, Task> RunAsync);
}
