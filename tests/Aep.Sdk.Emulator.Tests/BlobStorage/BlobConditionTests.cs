using System.Net;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Conditions, and what the landing zone refuses, spoken to with Azure's own client.</summary>
public sealed class BlobConditionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_condition_that_does_not_hold_changes_nothing()
    {
        BlobClient blob = await BlobAsync();
        ETag first = (await blob.UploadAsync(new BinaryData("1"))).Value.ETag;
        ETag second = (await blob.UploadAsync(new BinaryData("22"), overwrite: true)).Value.ETag;
        var stale = new BlobRequestConditions { IfMatch = first };
        await AssertAsync(
            412, "ConditionNotMet", () => blob.UploadAsync(new BinaryData("3"), new BlobUploadOptions { Conditions = stale }));
        await AssertAsync(412, "ConditionNotMet", () => blob.DeleteAsync(conditions: stale));
        await AssertAsync(412, "ConditionNotMet", () => blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = stale }));
        var old = new BlobRequestConditions { IfUnmodifiedSince = DateTimeOffset.UtcNow.AddDays(-1) };
        await AssertAsync(412, "ConditionNotMet", () => blob.DeleteAsync(conditions: old));
        Assert.Equal("22", (await blob.DownloadContentAsync()).Value.Content.ToString());

        await blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = second });
        Assert.False((await blob.ExistsAsync()).Value);
        await AssertAsync(412, "ConditionNotMet", () =>
            blob.UploadAsync(new BinaryData("3"), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = ETag.All } }));
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        BlobClient blob = await BlobAsync();
        ETag tag = (await blob.UploadAsync(new BinaryData("1"))).Value.ETag;
        var known = new BlobRequestConditions { IfNoneMatch = tag };
        Assert.Equal(304, (await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = known })).GetRawResponse().Status);
        var since = new BlobRequestConditions { IfModifiedSince = DateTimeOffset.UtcNow.AddDays(1) };
        Assert.Equal(304, (await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = since })).GetRawResponse().Status);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000_000)] // in blocks
    public async Task What_a_client_says_about_a_file_is_kept_with_it(int size)
    {
        BlobClient blob = await BlobAsync();
        await blob.UploadAsync(new BinaryData(new byte[size]), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv" },
            Metadata = new Dictionary<string, string> { ["owner"] = "me", ["hdi_isfolder"] = "true" },
            TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = 1 << 20, MaximumTransferSize = 1 << 20 },
        });
        BlobProperties properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal("text/csv", properties.ContentType);
        Assert.Equal("me", properties.Metadata["owner"]);
        BlobContainerClient container = await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone);
        using var raw = new HttpClient();
        string list = await raw.GetStringAsync($"{container.Uri}&restype=container&comp=list&include=metadata&prefix={blob.Name}");
        Assert.Contains("<Metadata><owner>me</owner><hdi_isfolder>true</hdi_isfolder></Metadata>", list);

        await blob.UploadAsync(new BinaryData("plain"), overwrite: true);
        properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal("application/octet-stream", properties.ContentType);
        Assert.Empty(properties.Metadata);
    }

    [Fact]
    public async Task Leases_and_other_types_are_refused_by_name()
    {
        BlobClient blob = await BlobAsync();
        await blob.UploadAsync(new BinaryData("1"));
        await AssertAsync(501, "NotImplemented", () => blob.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(15)));
        BlobContainerClient container = await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone);
        await AssertAsync(501, "NotImplemented", () => container.GetAppendBlobClient("append").CreateAsync());
        var leased = new BlobRequestConditions { LeaseId = Guid.NewGuid().ToString() };
        await AssertAsync(412, "LeaseNotPresentWithBlobOperation", () => blob.DeleteAsync(conditions: leased));
        Assert.True((await blob.ExistsAsync()).Value);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        BlobClient blob = await BlobAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, blob.Uri) { Content = new BrokenContent() };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(request));
        Assert.False((await blob.ExistsAsync()).Value);
        await blob.UploadAsync(new BinaryData("whole"));
        Assert.Equal("whole", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    private async Task<BlobClient> BlobAsync() =>
        (await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone)).GetBlobClient($"{Guid.NewGuid():N}.txt");

    private static async Task AssertAsync(int status, string code, Func<Task> call)
    {
        RequestFailedException refusal = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }

    /// <summary>Promises a megabyte and gives up after half of it.</summary>
    private sealed class BrokenContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[1 << 19]);
            await stream.FlushAsync();
            throw new IOException("The source has gone.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 1 << 20;
            return true;
        }
    }
}
