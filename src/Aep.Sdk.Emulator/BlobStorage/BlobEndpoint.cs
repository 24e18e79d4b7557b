namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// The operations of the Blob protocol on <c>/{account}/{container}/{blob}</c>: finds them, and lets in who may call them.
/// </summary>
internal sealed class BlobEndpoint(
    StorageAccounts accounts, BlobContainers containers, BlobObjects objects, BlobBlocks blocks, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        string[] path = [.. (context.Request.Path.Value ?? "").TrimStart('/').Split('/', 3)];
        StorageAccount account = accounts.Find(path[0]) ?? throw BlobErrors.AuthenticationFailed("The account does not exist.");
        string container = path.Length > 1 ? path[1] : "";
        if (!BlobStore.ContainerExists(container))
            throw BlobErrors.ContainerNotFound();
        string? blob = path.Length == 3 && path[2].Length > 0 ? path[2] : null;
        BlobOperation operation = Find(context.Request, context.Request.Query["comp"].ToString(), blob);
        var token = new SasToken(context.Request.Query, context.Request.IsHttps, context.Connection.RemoteIpAddress, time.GetUtcNow());
        token.Check(account, container, blob, new SasDemand(blob is null ? 'c' : 'o', operation.Permissions));
        context.Features.Set(token);
        await operation.RunAsync(context, account.Name, container, blob!);
    }

    private BlobOperation Find(HttpRequest request, string comp, string? blob)
    {
        if (request.Query.ContainsKey("snapshot") || request.Query.ContainsKey("versionid"))
            throw BlobErrors.NotSupported("A snapshot or version of a blob");
        if (request.Headers.ContainsKey("x-ms-structured-body"))
            throw BlobErrors.NotSupported("A structured body");
        return (request.Method, comp, blob) switch
        {
            ("GET", "list", null) => new BlobOperation("l", containers.ListAsync),
            ("GET" or "HEAD", "" or "metadata", null) when request.Query["restype"] == "container" =>
                new BlobOperation("r", containers.ReadAsync),
            ("GET" or "HEAD", "", not null) => new BlobOperation("r", objects.ReadAsync),
            ("GET" or "HEAD", "metadata", not null) => new BlobOperation("r", objects.ReadMetadataAsync),
            ("GET", "blocklist", not null) => new BlobOperation("r", blocks.ListAsync),
            ("PUT", "lease", _) => throw BlobErrors.NotSupported("Lease"),
            ("PUT", "", not null) => FindPut(request),
            ("PUT", "metadata", not null) => new BlobOperation("w", objects.SetMetadataAsync),
            ("PUT", "properties", not null) => new BlobOperation("w", objects.SetPropertiesAsync),
            ("PUT", "block", not null) => new BlobOperation("w", blocks.StageAsync),
            ("PUT", "blocklist", not null) => new BlobOperation("w", blocks.CommitAsync),
            ("DELETE", "", not null) => new BlobOperation("d", objects.DeleteAsync),
            _ => throw BlobErrors.NotSupported($"{request.Method} comp={comp} {(blob is null ? "on a container" : "on a blob")}"),
        };
    }

    // Whoever may only create is refused later, when there is a blob already.
    private BlobOperation FindPut(HttpRequest request)
    {
        string? type = request.Headers["x-ms-blob-type"].FirstOrDefault();
        bool fromUrl = request.Headers.ContainsKey(BlobCopies.SourceHeader);
        return type switch
        {
            null when fromUrl => new BlobOperation("wc", objects.CopyAsync),
            null => throw BlobErrors.MissingHeader("x-ms-blob-type"),
            "BlockBlob" when fromUrl => new BlobOperation("wc", objects.PutFromUrlAsync),
            "BlockBlob" => new BlobOperation("wc", objects.PutAsync),
            _ => throw BlobErrors.NotSupported($"The blob type {type}"),
        };
    }
}
