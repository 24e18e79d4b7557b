using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

/// <summary>Data collection as a sender sees it: an inlet's URL and a body, no other headers.</summary>
internal sealed class StreamingClient(EmulatorFixture fixture)
{
    public BatchClient Batches { get; } = new(fixture);

    /// <summary>Makes a streaming connection.</summary>
    /// <returns>The parameters that the platform gave it: <c>inletId</c>, <c>inletUrl</c>.</returns>
    public async Task<JsonObject> OpenInletAsync(bool authenticated = false, string dataType = "xdm")
    {
        JsonObject created = await fixture.Client.CallAsync(201, HttpMethod.Post, "/data/foundation/flowservice/connections", new JsonObject
        {
            ["name"] = "Events from the site",
            ["connectionSpec"] = new JsonObject { ["id"] = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb", ["version"] = "1.0" },
            ["auth"] = new JsonObject
            {
                ["specName"] = "Streaming Connection",
                ["params"] = new JsonObject
                {
                    ["sourceId"] = "site",
                    ["dataType"] = dataType,
                    ["name"] = "site",
                    ["authenticationRequired"] = authenticated
                },
            },
        });
        JsonObject listed =
            await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/flowservice/connections/{created["id"]}");
        JsonObject inlet = listed["items"]![0]!["auth"]!["params"]!.AsObject();
        inlet["connectionId"] = (string)created["id"]!;
        return inlet;
    }

    public async Task<(string DatasetId, string SchemaId)> CreateDatasetAsync()
    {
        string dataset = await Batches.CreateDatasetAsync();
        JsonObject document = await Batches.Catalog.GetDatasetAsync(dataset);
        return (dataset, (string)document["schemaRef"]!["id"]!);
    }

    public JsonObject Message(string dataset, string schema, JsonObject entity)
    {
        var reference = new JsonObject { ["id"] = schema, ["contentType"] = "application/vnd.adobe.xed-full+json;version=1" };
        return new JsonObject
        {
            ["header"] = new JsonObject { ["schemaRef"] = reference, ["imsOrgId"] = fixture.Emulator.OrgId, ["datasetId"] = dataset },
            ["body"] = new JsonObject { ["xdmMeta"] = new JsonObject { ["schemaRef"] = reference.DeepClone() }, ["xdmEntity"] = entity },
        };
    }

    /// <summary>An event as streaming validation wants it: no nulls, the time with its zone.</summary>
    public JsonObject Entity(string id)
    {
        JsonObject entity = Batches.EmailEvent(id);
        entity.Remove("web");
        entity.Remove("eventMergeId");
        entity["timestamp"] = "2025-03-01T12:30:45.123Z";
        return entity;
    }

    public static async Task<(int Status, JsonObject Body)> PostAsync(
        string url, string body, string type = "application/json", string? token = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public static string BatchUrl(JsonObject inlet) =>
        ((string)inlet["inletUrl"]!).Replace("/collection/", "/collection/batch/", StringComparison.Ordinal);

    /// <summary>Waits until the dataset's batches, which end as asked for, hold so many rows in all.</summary>
    public Task<JsonObject[]> WaitForRowsAsync(string dataset, string status, string member, long rows) => Polling.UntilAsync(
        async () =>
        {
            (_, JsonNode found) = await Batches.Catalog.SendAsync(HttpMethod.Get, $"/batches?dataSet={dataset}&status={status}&limit=100");
            return found.AsObject().Select(entry => entry.Value!.AsObject()).ToArray();
        },
        found => found.Sum(batch => (long)batch[member]!) == rows);
}
