using System.Text;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Blocks of blobs, and what is said about a blob that is there, with Azure's own client.</summary>
public sealed class BlobBlockTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task The_blocks_of_a_blob_and_those_that_wait_are_listed()
    {
        BlockBlobClient blob = await BlobAsync();
        await AssertAsync("BlobNotFound", () => blob.GetBlockListAsync());
        await StageAsync(blob, "1", "one");
        await StageAsync(blob, "2", "three");
        await blob.CommitBlockListAsync([Id("2"), Id("1")]);
        await StageAsync(blob, "3", "waits");

        BlockList all = (await blob.GetBlockListAsync(BlockListTypes.All)).Value;
        Assert.Equal([(Id("2"), 5L), (Id("1"), 3L)], all.CommittedBlocks.Select(block => (block.Name, block.SizeLong)));
        Assert.Equal([(Id("3"), 5L)], all.UncommittedBlocks.Select(block => (block.Name, block.SizeLong)));
        Assert.Empty((await blob.GetBlockListAsync(BlockListTypes.Committed)).Value.UncommittedBlocks ?? []);
        Assert.Empty((await blob.GetBlockListAsync(BlockListTypes.Uncommitted)).Value.CommittedBlocks ?? []);
    }

    [Fact]
    public async Task Blocks_of_a_blob_are_used_again()
    {
        BlockBlobClient blob = await BlobAsync();
        await StageAsync(blob, "1", "one ");
        await StageAsync(blob, "2", "two ");
        await blob.CommitBlockListAsync([Id("1"), Id("2")]);
        await StageAsync(blob, "3", "three ");
        await StageAsync(blob, "1", "ONE ");

        await blob.CommitBlockListAsync([Id("3"), Id("2"), Id("1"), Id("2")]);

        Assert.Equal("three two ONE two ", (await blob.DownloadContentAsync()).Value.Content.ToString());
        await AssertAsync("InvalidBlockList", () => blob.CommitBlockListAsync([Id("2"), Id("4")]));
        Assert.Equal("three two ONE two ", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_blob_that_came_at_once_has_no_blocks()
    {
        BlockBlobClient blob = await BlobAsync();
        await blob.UploadAsync(new MemoryStream("whole"u8.ToArray()));
        Assert.Empty((await blob.GetBlockListAsync(BlockListTypes.All)).Value.CommittedBlocks);
    }

    [Fact]
    public async Task Metadata_and_headers_of_a_blob_are_replaced_and_make_another_version()
    {
        BlockBlobClient blob = await BlobAsync();
        await blob.UploadAsync(new MemoryStream("content"u8.ToArray()), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv", ContentLanguage = "nb" },
            Metadata = new Dictionary<string, string> { ["owner"] = "me", ["Case"] = "kept" },
        });
        ETag first = (await blob.GetPropertiesAsync()).Value.ETag;

        BlobInfo changed = (await blob.SetMetadataAsync(new Dictionary<string, string> { ["owner"] = "you" })).Value;
        await blob.SetHttpHeadersAsync(
            new BlobHttpHeaders { ContentType = "text/plain" }, new BlobRequestConditions { IfMatch = changed.ETag });

        BlobProperties properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal([("owner", "you")], properties.Metadata.Select(item => (item.Key, item.Value)));
        Assert.Equal(("text/plain", null), (properties.ContentType, properties.ContentLanguage));
        Assert.Equal(3, new[] { first, changed.ETag, properties.ETag }.Distinct().Count());
        Assert.Equal("content", (await blob.DownloadContentAsync()).Value.Content.ToString());
        await AssertAsync("ConditionNotMet", () => blob.SetMetadataAsync(
            new Dictionary<string, string>(), new BlobRequestConditions { IfMatch = first }));
        await AssertAsync("BlobNotFound", async () => await (await BlobAsync()).SetMetadataAsync(new Dictionary<string, string>()));
    }

    [Fact]
    public async Task A_blob_or_block_is_put_from_another_blob()
    {
        BlockBlobClient source = await BlobAsync(), whole = await BlobAsync(), parts = await BlobAsync();
        await source.UploadAsync(new MemoryStream("0123456789"u8.ToArray()), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv" },
            Metadata = new Dictionary<string, string> { ["owner"] = "me" },
        });

        await whole.SyncUploadFromUriAsync(source.Uri, overwrite: true);
        await parts.StageBlockFromUriAsync(source.Uri, Id("1"), new StageBlockFromUriOptions { SourceRange = new HttpRange(7, 3) });
        await parts.StageBlockFromUriAsync(source.Uri, Id("2"), new StageBlockFromUriOptions { SourceRange = new HttpRange(0, 2) });
        await parts.CommitBlockListAsync([Id("1"), Id("2")]);

        Assert.Equal("0123456789", (await whole.DownloadContentAsync()).Value.Content.ToString());
        BlobProperties properties = (await whole.GetPropertiesAsync()).Value;
        Assert.Equal(("text/csv", 0), (properties.ContentType, properties.Metadata.Count));
        Assert.Equal("78901", (await parts.DownloadContentAsync()).Value.Content.ToString());
        await AssertAsync("Md5Mismatch", () => parts.StageBlockFromUriAsync(
            source.Uri, Id("3"), new StageBlockFromUriOptions { SourceContentHash = new byte[16] }));
        await AssertAsync("CannotVerifyCopySource", () => whole.SyncUploadFromUriAsync(
            new Uri(source.Uri.GetLeftPart(UriPartial.Path)), overwrite: true));
    }

    private static string Id(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private static Task StageAsync(BlockBlobClient blob, string id, string content) =>
        blob.StageBlockAsync(Id(id), new MemoryStream(Encoding.ASCII.GetBytes(content)));

    private async Task<BlockBlobClient> BlobAsync() =>
        (await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone)).GetBlockBlobClient($"{Guid.NewGuid():N} ü.txt");

    private static async Task AssertAsync(string code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RequestFailedException>(call)).ErrorCode);
}
