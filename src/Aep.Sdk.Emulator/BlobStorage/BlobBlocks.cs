using System.Globalization;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Blobs that are written block by block.</summary>
internal sealed class BlobBlocks(BlobStore store, BlockStore blocks, BlobCopies copies)
{
    public async Task StageAsync(HttpContext context, string account, string container, string name)
    {
        string blockId = context.Request.Query["blockid"].ToString();
        if (context.Request.Headers.ContainsKey(BlobCopies.SourceHeader))
            await StageFromUrlAsync(context, account, container, name, blockId);
        else
            await blocks.StageAsync(account, container, name, blockId, BodyHash.Of(context.Request), context.RequestAborted);
        BodyHash.Confirm(context.Request, context.Response);
        context.Response.StatusCode = StatusCodes.Status201Created;
    }

    public async Task CommitAsync(HttpContext context, string account, string container, string name)
    {
        // The text reader takes a byte order mark away, which some clients send.
        using var reader = new StreamReader(BodyHash.Of(context.Request));
        IReadOnlyList<BlockReference> list = BlockReference.Read(await reader.ReadToEndAsync(context.RequestAborted));
        BlobProperties.WriteCreated(context.Response, await blocks.CommitAsync(
            account, container, name, list, found => BlobConditions.CheckWrite(context.Request, found), BlobDetails.Of(context.Request),
            context.RequestAborted));
    }

    public async Task ListAsync(HttpContext context, string account, string container, string name)
    {
        StoredBlob? blob = store.Find(account, container, name);
        IReadOnlyList<BlobBlock> staged = blocks.Staged(account, container, name);
        if (blob is null && staged.Count == 0)
            throw BlobErrors.BlobNotFound();
        if (blob is not null)
        {
            BlobProperties.Write(context.Response, blob);
            context.Response.Headers["x-ms-blob-content-length"] = blob.Length.ToString(CultureInfo.InvariantCulture);
        }
        string type = context.Request.Query["blocklisttype"].FirstOrDefault() ?? "committed";
        XDocument list = BlockListing.Of(type, blob is null ? [] : store.DetailsOf(blob).Blocks, staged);
        context.Response.ContentType = "application/xml";
        await list.SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    private async Task StageFromUrlAsync(HttpContext context, string account, string container, string name, string blockId)
    {
        await using CopySource source = copies.Open(context.Request);
        string range = context.Request.Headers["x-ms-source-range"].ToString();
        BlobRange part = BlobRange.Of(range, source.Blob.Length);
        await source.CheckHashAsync(context.Request, part, context.RequestAborted);
        await blocks.StageAsync(
            account, container, name, blockId, new BlobPart(source.Content, part), context.RequestAborted);
    }
}
