using System.IO.Hashing;
using System.Net;
using System.Security.Cryptography;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Hashes, headers and copies of blobs, with Azure's own client where it has them.</summary>
public sealed class BlobContentTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly HttpClient _client = new();

    [Theory]
    [InlineData(StorageChecksumAlgorithm.MD5, 1000)]
    [InlineData(StorageChecksumAlgorithm.MD5, 3_000_000)] // in blocks
    public async Task Content_is_checked_both_ways(StorageChecksumAlgorithm algorithm, int size)
    {
        BlobClient blob = await BlobAsync();
        byte[] content = RandomNumberGenerator.GetBytes(size);
        var validation = new UploadTransferValidationOptions { ChecksumAlgorithm = algorithm };
        await blob.UploadAsync(new BinaryData(content), new BlobUploadOptions
        {
            TransferValidation = validation,
            TransferOptions = new StorageTransferOptions { InitialTransferSize = 1 << 20, MaximumTransferSize = 1 << 20 },
        });
        BlobDownloadResult part = await blob.DownloadContentAsync(new BlobDownloadOptions
        {
            Range = new HttpRange(10, 500),
            TransferValidation = new DownloadTransferValidationOptions { ChecksumAlgorithm = algorithm },
        });
        Assert.Equal(content[10..510], part.Content.ToArray());
    }

    [Theory]
    [InlineData('a')]
    [InlineData(' ')] // escaped three letters
    [InlineData('я')] // six
    [InlineData('%')]
    public async Task Names_are_as_long_as_Azure_lets_them_be(char letter)
    {
        BlobContainerClient container = await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone);
        string folder = $"{Guid.NewGuid():N}/";
        string[] names = [folder + new string(letter, 253) + "1", folder + new string(letter, 253) + "2", folder + new string(letter, 60)];
        foreach (string name in names)
            await container.GetBlobClient(name).UploadAsync(new BinaryData(name));
        var all = new GetBlobsOptions { Prefix = folder };
        Assert.Equal(names.Order(StringComparer.Ordinal), await container.GetBlobsAsync(all).Select(blob => blob.Name).ToListAsync());
        foreach (string name in names)
            Assert.Equal(name, (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString());
        await container.DeleteBlobAsync(names[0]);
        Assert.Equal(2, await container.GetBlobsAsync(all).CountAsync());
    }

    [Theory]
    [InlineData("x-ms-content-crc64", "AAAAAAAAAAA=", "Crc64Mismatch")]
    [InlineData("x-ms-content-crc64", "AAAA", "InvalidHeaderValue")]
    [InlineData("x-ms-structured-body", "XSM/1.0; properties=crc64", "NotImplemented")]
    public async Task A_body_that_is_not_what_it_says_is_refused(string header, string value, string code)
    {
        BlobClient blob = await BlobAsync();
        await AssertAsync(code, await SendAsync(HttpMethod.Put, blob.Uri, (header, value), ("x-ms-blob-type", "BlockBlob")));
        Assert.False((await blob.ExistsAsync()).Value);
    }

    [Fact]
    public async Task The_hash_of_a_body_is_confirmed_and_that_of_a_range_comes_with_it()
    {
        BlobClient blob = await BlobAsync();
        string crc = Convert.ToBase64String(new Crc64Of("content").Hash);
        using (HttpResponseMessage put =
            await SendAsync(HttpMethod.Put, blob.Uri, ("x-ms-content-crc64", crc), ("x-ms-blob-type", "BlockBlob")))
        {
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
            Assert.Equal(crc, put.Headers.GetValues("x-ms-content-crc64").Single());
        }
        using HttpResponseMessage part = await SendAsync(
            HttpMethod.Get, blob.Uri, ("x-ms-range", "bytes=0-2"), ("x-ms-range-get-content-md5", "true"),
            ("x-ms-range-get-content-crc64", "true"));
        Assert.Equal("con", await part.Content.ReadAsStringAsync());
        Assert.Equal(MD5.HashData("con"u8), part.Content.Headers.ContentMD5);
        Assert.Equal(Convert.ToBase64String(new Crc64Of("con").Hash), part.Headers.GetValues("x-ms-content-crc64").Single());
        await AssertAsync("InvalidHeaderValue", await SendAsync(HttpMethod.Get, blob.Uri, ("x-ms-range-get-content-md5", "true")));
    }

    [Fact]
    public async Task Headers_of_a_blob_are_kept_and_told()
    {
        BlobClient blob = await BlobAsync();
        await blob.UploadAsync(new BinaryData("content"), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders
            {
                CacheControl = "no-store",
                ContentDisposition = "attachment",
                ContentEncoding = "br",
                ContentLanguage = "nb",
                ContentHash = MD5.HashData("content"u8),
            },
            Metadata = new Dictionary<string, string> { ["owner"] = "me" },
        });
        BlobProperties properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal(
            ("no-store", "attachment", "br", "nb"),
            (properties.CacheControl, properties.ContentDisposition, properties.ContentEncoding, properties.ContentLanguage));
        Assert.Equal(MD5.HashData("content"u8), properties.ContentHash);
        BlobContainerClient container = await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone);
        await foreach (BlobItem item in container.GetBlobsAsync(new GetBlobsOptions { Prefix = blob.Name }))
            Assert.Equal(("br", "nb"), (item.Properties.ContentEncoding, item.Properties.ContentLanguage));
        using HttpResponseMessage part = await SendAsync(HttpMethod.Get, blob.Uri, ("x-ms-range", "bytes=0-2"));
        Assert.Null(part.Content.Headers.ContentMD5);
        Assert.Equal(Convert.ToBase64String(MD5.HashData("content"u8)), part.Headers.GetValues("x-ms-blob-content-md5").Single());
        using HttpResponseMessage metadata = await SendAsync(HttpMethod.Head, new Uri(blob.Uri + "&comp=metadata"));
        Assert.Equal("me", metadata.Headers.GetValues("x-ms-meta-owner").Single());
    }

    [Fact]
    public async Task A_copy_is_a_blob_of_its_own()
    {
        BlobClient source = await BlobAsync(), copy = await BlobAsync();
        await source.UploadAsync(new BinaryData("content"), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv", ContentLanguage = "nb" },
            Metadata = new Dictionary<string, string> { ["owner"] = "me" },
        });
        CopyFromUriOperation operation = await copy.StartCopyFromUriAsync(source.Uri);
        Assert.Equal(7, (await operation.WaitForCompletionAsync()).Value);
        await source.UploadAsync(new BinaryData("changed"), overwrite: true);
        Assert.Equal("content", (await copy.DownloadContentAsync()).Value.Content.ToString());
        BlobProperties properties = (await copy.GetPropertiesAsync()).Value;
        Assert.Equal(("text/csv", "nb", "me"), (properties.ContentType, properties.ContentLanguage, properties.Metadata["owner"]));
        Assert.Equal((CopyStatus.Success, operation.Id), (properties.CopyStatus, properties.CopyId));
        Assert.DoesNotContain("sig=", properties.CopySource.ToString(), StringComparison.Ordinal);

        var others = new BlobCopyFromUriOptions { Metadata = new Dictionary<string, string> { ["owner"] = "you" } };
        await copy.SyncCopyFromUriAsync(source.Uri, others);
        Assert.Equal("you", (await copy.GetPropertiesAsync()).Value.Metadata["owner"]);
        Assert.Equal("changed", (await copy.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_copy_that_is_not_allowed_or_possible_changes_nothing()
    {
        BlobClient source = await BlobAsync(), copy = await BlobAsync();
        await AssertAsync("BlobNotFound", () => copy.StartCopyFromUriAsync(source.Uri));
        await source.UploadAsync(new BinaryData("content"));
        await AssertAsync("CannotVerifyCopySource", () => copy.StartCopyFromUriAsync(new Uri(source.Uri.GetLeftPart(UriPartial.Path))));
        await AssertAsync("NotImplemented", () => copy.StartCopyFromUriAsync(new Uri("https://example.blob.core.windows.net/a/b")));
        await AssertAsync("SourceConditionNotMet", () => copy.StartCopyFromUriAsync(
            source.Uri, new BlobCopyFromUriOptions { SourceConditions = new BlobRequestConditions { IfMatch = new ETag("other") } }));
        Assert.False((await copy.ExistsAsync()).Value);
        await copy.UploadAsync(new BinaryData("mine"));
        await AssertAsync("BlobAlreadyExists", () => copy.StartCopyFromUriAsync(
            source.Uri, new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }));
        Assert.Equal("mine", (await copy.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task What_a_request_lacks_or_asks_in_vain_is_named()
    {
        BlobClient blob = await BlobAsync();
        await AssertAsync("MissingRequiredHeader", await SendAsync(HttpMethod.Put, blob.Uri));
        await blob.UploadAsync(new BinaryData("0123456789"));
        await AssertAsync("InvalidRange", await SendAsync(HttpMethod.Get, blob.Uri, ("x-ms-range", "bytes=5-3")));
        await AssertAsync("NotImplemented", await SendAsync(HttpMethod.Get, new Uri(blob.Uri + "&snapshot=2026-01-01T00:00:00.0000000Z")));
        BlobContainerClient container = await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone);
        string list = container.Uri + "&restype=container&comp=list&maxresults=";
        await AssertAsync("OutOfRangeQueryParameterValue", await SendAsync(HttpMethod.Get, new Uri(list + "0")));
        await AssertAsync("InvalidQueryParameterValue", await SendAsync(HttpMethod.Get, new Uri(list + "many")));
    }

    private async Task<BlobClient> BlobAsync() =>
        (await new LandingZoneClient(fixture).OpenAsync(LandingZoneClient.DropZone)).GetBlobClient($"{Guid.NewGuid():N} ü.txt");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Put)
            request.Content = new StringContent("content");
        foreach ((string name, string value) in headers)
            request.Headers.Add(name, value);
        return await _client.SendAsync(request);
    }

    private static async Task AssertAsync(string code, HttpResponseMessage response)
    {
        using (response)
            Assert.True(code == response.Headers.GetValues("x-ms-error-code").Single(), await response.Content.ReadAsStringAsync());
    }

    private static async Task AssertAsync(string code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RequestFailedException>(call)).ErrorCode);

    /// <summary>The CRC-64 of a text, as the protocol has it.</summary>
    private sealed class Crc64Of
    {
        private readonly Crc64 _crc = new(Crc64ParameterSet.Nvme);

        public Crc64Of(string text) => _crc.Append(System.Text.Encoding.UTF8.GetBytes(text));

        public byte[] Hash => _crc.GetCurrentHash();
    }
}
