using System.Globalization;
using System.Xml.Linq;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>What the Blob protocol tells of a container.</summary>
internal sealed class BlobContainers(BlobStore store, DataFolder folder)
{
    public async Task ListAsync(HttpContext context, string account, string container, string blob)
    {
        IReadOnlyList<StoredBlob> blobs = store.List(account, container, context.Request.Query["prefix"].ToString());
        context.Response.ContentType = "application/xml";
        XDocument listing = BlobListing.Of(context.Request, account, container, blobs, store.DetailsOf);
        await listing.SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    /// <summary>Its properties. A token of a container opens what is in it, not the container itself.</summary>
    /// <exception cref="BlobException">403: the token is none of the account.</exception>
    public Task ReadAsync(HttpContext context, string account, string container, string blob)
    {
        if (SasToken.Of(context)["srt"].Length == 0)
            throw BlobErrors.PermissionMismatch();
        DateTimeOffset made = Directory.GetCreationTimeUtc(folder.Subfolder("landing-zone", account, container));
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"0x{made.Ticks:X}\"");
        context.Response.Headers.LastModified = made.ToString("R", CultureInfo.InvariantCulture);
        context.Response.Headers["x-ms-lease-status"] = "unlocked";
        context.Response.Headers["x-ms-lease-state"] = "available";
        return Task.CompletedTask;
    }
}
