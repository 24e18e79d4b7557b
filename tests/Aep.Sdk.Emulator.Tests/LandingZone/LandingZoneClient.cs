using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Aep.Sdk.Emulator.Tests.LandingZone;

/// <summary>The landing zone as a client sees it: credentials from the platform, then Azure's protocol.</summary>
internal sealed class LandingZoneClient(EmulatorFixture fixture)
{
    public const string Destination = "dlz_destination";
    public const string DropZone = "user_drop_zone";
    private const string Base = "/data/foundation/connectors/landingzone";

    public Task<(int Status, JsonObject Body)> SendAsync(string path) => fixture.Client.CallAsync(HttpMethod.Get, Base + path);

    public Task<JsonObject> CredentialsAsync(string type) =>
        fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/credentials?type={type}");

    public async Task<BlobContainerClient> OpenAsync(string type) => new(new Uri((string)(await CredentialsAsync(type))["SASUri"]!));

    public async Task<string[]> ListAsync(string type, string prefix)
    {
        List<string> names = [];
        await foreach (BlobItem item in (await OpenAsync(type)).GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }))
            names.Add(item.Name);
        return [.. names];
    }

    public async Task<byte[]> ReadAsync(string type, string name) =>
        (await (await OpenAsync(type)).GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    public Task DropAsync(string name, string text) => DropAsync(name, new BinaryData(text));

    public async Task DropAsync(string name, BinaryData content) =>
        await (await OpenAsync(DropZone)).GetBlobClient(name).UploadAsync(content, overwrite: true);
}
