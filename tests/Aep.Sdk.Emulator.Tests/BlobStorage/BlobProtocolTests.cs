using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>The landing zone, spoken to with Azure's own client.</summary>
public sealed class BlobProtocolTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(9 * 1024 * 1024)] // larger than one block: goes through Put Block and Put Block List
    public async Task A_file_comes_back_as_it_went(int size)
    {
        BlobContainerClient container = await ContainerAsync();
        BlobClient blob = container.GetBlobClient($"folder with blank/ü {size}.bin");
        byte[] content = RandomNumberGenerator.GetBytes(size);
        await blob.UploadAsync(new BinaryData(content), new BlobUploadOptions
        {
            TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = 1 << 20, MaximumTransferSize = 4 << 20 },
        });
        BlobDownloadResult read = await blob.DownloadContentAsync();
        Assert.Equal(content, read.Content.ToArray());
    }

    [Fact]
    public async Task Blocks_that_are_in_no_blob_yet_are_listed()
    {
        BlobContainerClient container = await ContainerAsync();
        BlockBlobClient blob = container.GetBlockBlobClient("begun ü.bin");
        RequestFailedException none =
            await Assert.ThrowsAsync<RequestFailedException>(() => blob.GetBlockListAsync(BlockListTypes.Uncommitted));
        Assert.Equal("BlobNotFound", none.ErrorCode);

        await blob.StageBlockAsync("MDE=", new MemoryStream([1, 2, 3]));
        BlobBlock block = Assert.Single(((BlockList)await blob.GetBlockListAsync(BlockListTypes.Uncommitted)).UncommittedBlocks);
        Assert.Equal(("MDE=", 3), (block.Name, block.Size));
        Assert.False(await blob.ExistsAsync());

        await blob.CommitBlockListAsync(["MDE="]);
        Assert.Empty(((BlockList)await blob.GetBlockListAsync(BlockListTypes.Uncommitted)).UncommittedBlocks);
        BlobBlock committed = Assert.Single(((BlockList)await blob.GetBlockListAsync(BlockListTypes.Committed)).CommittedBlocks);
        Assert.Equal(("MDE=", 3), (committed.Name, committed.Size));
    }

    [Fact]
    public async Task A_range_is_a_part_of_the_file()
    {
        BlobContainerClient container = await ContainerAsync();
        BlobClient blob = container.GetBlobClient("range.txt");
        await blob.UploadAsync(new BinaryData("0123456789"));
        BlobDownloadResult part = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(3, 4) });
        Assert.Equal("3456", part.Content.ToString());
        RequestFailedException exception = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(10) }));
        Assert.Equal(416, exception.Status);
    }

    [Fact]
    public async Task Names_are_listed_in_order_by_prefix_folder_and_page()
    {
        BlobContainerClient container = await ContainerAsync();
        foreach (string name in new[] { "list/b/2", "list/a", "list/b/1", "list/c" })
            await container.GetBlobClient(name).UploadAsync(new BinaryData(name), overwrite: true);

        List<string> all = [];
        await foreach (Page<BlobItem> page in container.GetBlobsAsync(new GetBlobsOptions { Prefix = "list/" }).AsPages(pageSizeHint: 3))
            all.AddRange(page.Values.Select(item => item.Name));
        Assert.Equal(["list/a", "list/b/1", "list/b/2", "list/c"], all);

        List<string> folders = [];
        await foreach (BlobHierarchyItem item in container.GetBlobsByHierarchyAsync(
            new GetBlobsByHierarchyOptions { Prefix = "list/", Delimiter = "/" }))
            folders.Add(item.IsPrefix ? item.Prefix : item.Blob.Name);
        Assert.Equal(["list/a", "list/b/", "list/c"], folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_there_is_not_overwritten_unasked()
    {
        BlobContainerClient container = await ContainerAsync();
        BlobClient blob = container.GetBlobClient("once.txt");
        RequestFailedException missing = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());
        Assert.Equal("BlobNotFound", missing.ErrorCode);
        await blob.UploadAsync(new BinaryData("1"));
        RequestFailedException exists = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(new BinaryData("2")));
        Assert.Equal("BlobAlreadyExists", exists.ErrorCode);
        await blob.DeleteAsync();
        Assert.False((await blob.ExistsAsync()).Value);
    }

    [Fact]
    public async Task Names_cannot_lead_out_of_the_container()
    {
        JsonObject credentials = await CredentialsAsync();
        var outside = new UriBuilder((string)credentials["SASUri"]!);
        outside.Path += "/%2E%2E/%2E%2E/credential.json";
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(outside.Uri);
        Assert.False(response.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("sig=", "sig=A")]
    [InlineData("sp=racwdl", "sp=racwdli")]
    [InlineData("sv=", "sv=2")]
    public async Task A_token_that_was_changed_is_refused(string part, string changed)
    {
        JsonObject credentials = await CredentialsAsync();
        string forged = ((string)credentials["SASUri"]!).Replace(part, changed);
        var container = new BlobContainerClient(new Uri(forged));
        RequestFailedException exception =
            await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient("x").DownloadContentAsync());
        Assert.Equal("AuthenticationFailed", exception.ErrorCode);
    }

    [Fact]
    public async Task A_token_of_one_container_does_not_open_the_other()
    {
        JsonObject credentials = await CredentialsAsync();
        string other = ((string)credentials["SASUri"]!).Replace("dlz-user-container", "dlz-destination");
        RequestFailedException exception = await Assert.ThrowsAsync<RequestFailedException>(
            () => new BlobContainerClient(new Uri(other)).GetBlobClient("x").DownloadContentAsync());
        Assert.Equal("AuthenticationFailed", exception.ErrorCode);
    }

    private async Task<BlobContainerClient> ContainerAsync() => new(new Uri((string)(await CredentialsAsync())["SASUri"]!));

    private async Task<JsonObject> CredentialsAsync() =>
        (await fixture.Client.GetFromJsonAsync<JsonObject>("/data/foundation/connectors/landingzone/credentials?type=user_drop_zone"))!;
}
