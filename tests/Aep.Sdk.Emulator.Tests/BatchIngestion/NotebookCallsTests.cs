using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

/// <summary>
/// The calls of the first propensity notebook, as aepp sends them: paths with a trailing slash, one Accept header for all.
/// </summary>
public sealed class NotebookCallsTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Registry = "/data/foundation/schemaregistry";
    private const string Catalog = "/data/foundation/catalog";
    private const string Import = "/data/foundation/import";
    private const string Xed = "application/vnd.adobe.xed+json";

    [Fact]
    public async Task The_first_week_runs()
    {
        string tenant = (string)(await CallAsync(HttpMethod.Get, $"{Registry}/stats/", accept: Xed))["tenantId"]!;
        await CallAsync(HttpMethod.Get, $"{Registry}/tenant/fieldgroups/?start=0", accept: "application/vnd.adobe.xdm+json");
        var client = new BatchClient(fixture);
        JsonObject group = client.Registry.FieldGroup("[CMLE] Events", RegistryClient.ExperienceEvent, RegistryClient.TextField("userid"));
        string groupId = (string)(await CallAsync(HttpMethod.Post, $"{Registry}/tenant/fieldgroups/", group, Xed))["$id"]!;
        await CallAsync(HttpMethod.Get, $"{Registry}/tenant/schemas/?property=meta:extends!=https://ns.adobe.com/xdm/data/adhoc",
            accept: "application/vnd.adobe.xed-id+json");
        JsonObject body = RegistryClient.Schema(
            "[CMLE] Schema", RegistryClient.ExperienceEvent, groupId, RegistryClient.ExperienceEvent + "-directmarketing",
            RegistryClient.ExperienceEvent + "-web");
        JsonNode schema = await CallAsync(HttpMethod.Post, $"{Registry}/tenant/schemas/", body, Xed);
        await CallAsync(HttpMethod.Get, $"{Registry}/tenant/descriptors/", accept: "application/vnd.adobe.xdm-v2+json");
        await CallAsync(HttpMethod.Post, $"{Registry}/tenant/descriptors", client.Registry.IdentityDescriptor((string)schema["$id"]!), Xed);
        JsonNode enabled =
            await CallAsync(HttpMethod.Patch, $"{Registry}/tenant/schemas/{schema["meta:altId"]}/", RegistryClient.UnionTag(), Xed);
        Assert.Equal("union", (string?)enabled["meta:immutableTags"]![0]);

        await CallAsync(HttpMethod.Get, $"{Catalog}/dataSets?limit=100&start=0");
        JsonNode created = await CallAsync(
            HttpMethod.Post, $"{Catalog}/dataSets", Tests.Catalog.CatalogClient.Dataset("[CMLE] Dataset", (string)schema["$id"]!));
        string dataset = ((string)created[0]!).Split('/')[^1];
        JsonArray profile = RegistryClient.Patch("add", "/tags/unifiedProfile", new JsonArray("enabled:true"));
        await CallAsync(HttpMethod.Patch, $"{Catalog}/dataSets/{dataset}", profile, contentType: "application/json-patch+json");

        string batch = (string)(await CallAsync(HttpMethod.Post, $"{Import}/batches", BatchClient.Definition(dataset)))["id"]!;
        var events = new JsonArray(client.EmailEvent("a"), client.WebEvent("b"));
        await CallAsync(
            HttpMethod.Put, $"{Import}/batches/{batch}/datasets/{dataset}/files/{batch}", events, contentType: "application/octet-stream");
        await CallAsync(HttpMethod.Post, $"{Import}/batches/{batch}?action=COMPLETE");
        await Polling.UntilAsync(
            () => CallAsync(HttpMethod.Get, $"{Catalog}/batches?limit=100&dataSet={dataset}&status=staging&start=0"),
            waiting => waiting.AsObject().Count == 0);
        Assert.Equal("success", (string?)(await CallAsync(HttpMethod.Get, $"{Catalog}/batches/{batch}"))[batch]!["status"]);
        Assert.Equal("cmle_dataset",
            (string?)(await CallAsync(HttpMethod.Get, $"{Catalog}/dataSets/{dataset}"))[dataset]!["tags"]!["adobe/pqs/table"]![0]);
        Assert.Equal(fixture.Emulator.TenantId, tenant);
    }

    private async Task<JsonNode> CallAsync(
        HttpMethod method, string path, JsonNode? body = null, string accept = "application/json", string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Content = new StringContent(body?.ToJsonString() ?? "", Encoding.UTF8); // aepp states a content type even without a body
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
