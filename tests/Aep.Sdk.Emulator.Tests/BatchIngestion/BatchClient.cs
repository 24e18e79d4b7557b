using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

/// <summary>Batch ingestion as a client sees it.</summary>
internal sealed class BatchClient(EmulatorFixture fixture)
{
    public const string Base = "/data/foundation/import/batches";

    public RegistryClient Registry { get; } = new(fixture);

    public CatalogClient Catalog { get; } = new(fixture);

    public async Task<string> CreateDatasetAsync()
    {
        JsonObject schema = await Registry.CreateEventSchemaAsync();
        return await Catalog.CreateDatasetAsync("Events", (string)schema["$id"]!);
    }

    public async Task<(int Status, JsonObject Body)> TryCreateAsync(JsonObject body)
    {
        using HttpResponseMessage response = await fixture.Client.PostAsJsonAsync(Base, body);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    public static JsonObject Definition(string datasetId, string format = "json", bool isMultiLine = false) => new()
    {
        ["datasetId"] = datasetId,
        ["inputFormat"] = new JsonObject { ["format"] = format, ["isMultiLineJson"] = isMultiLine },
    };

    public async Task<string> CreateAsync(JsonObject body)
    {
        (int status, JsonObject batch) = await TryCreateAsync(body);
        Assert.True(status == 201, batch.ToJsonString());
        Assert.Equal("loading", (string?)batch["status"]);
        return (string)batch["id"]!;
    }

    public Task<HttpResponseMessage> PutAsync(string batch, string dataset, string file, string text) =>
        PutAsync(batch, dataset, file, Encoding.UTF8.GetBytes(text));

    public Task<HttpResponseMessage> PutAsync(string batch, string dataset, string file, byte[] bytes) =>
        PutAsync(batch, dataset, file, new ByteArrayContent(bytes));

    public async Task<HttpResponseMessage> PutAsync(
        string batch, string dataset, string file, HttpContent content, string type = "application/octet-stream")
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await fixture.Client.PutAsync($"{Base}/{batch}/datasets/{dataset}/files/{file}", content);
    }

    public async Task<int> ActAsync(string batch, string action)
    {
        using HttpResponseMessage response = await fixture.Client.PostAsync($"{Base}/{batch}?action={action}", null);
        return (int)response.StatusCode;
    }

    public Task<JsonObject> WaitAsync(string batch) =>
        Polling.UntilAsync(() => Catalog.GetBatchAsync(batch), document => (string?)document["status"] is "success" or "failed");

    /// <summary>A whole batch of one file; the batch at its end.</summary>
    public async Task<JsonObject> IngestAsync(string dataset, string text, JsonObject? definition = null)
    {
        string batch = await CreateAsync(definition ?? Definition(dataset));
        using HttpResponseMessage put = await PutAsync(batch, dataset, "events.json", text);
        Assert.Equal(200, (int)put.StatusCode);
        Assert.Equal(200, await ActAsync(batch, "COMPLETE"));
        return await WaitAsync(batch);
    }

    /// <summary>An e-mail event as the notebooks send it: no zone in the time, nulls for what is not there.</summary>
    public JsonObject EmailEvent(string id) => new()
    {
        ["directMarketing"] = new JsonObject
        {
            ["emailDelivered"] = new JsonObject { ["value"] = 1.0 },
            ["sends"] = new JsonObject { ["value"] = 1.0 },
            ["emailVisitorID"] = "synthetic-user-1@adobe.com",
            ["hashedEmail"] = "aB3",
            ["messageID"] = Guid.Empty.ToString(),
        },
        ["web"] = null,
        ["_id"] = id,
        ["eventMergeId"] = null,
        ["eventType"] = "directMarketing.emailSent",
        ["_" + Registry.Tenant] = new JsonObject { ["userid"] = "12345678901234567890123456789012345678" },
        ["producedBy"] = "databricks-synthetic",
        ["timestamp"] = "2025-03-01T12:30:45.123456",
    };

    /// <summary>A web event as the notebooks send it.</summary>
    public JsonObject WebEvent(string id)
    {
        JsonObject web = EmailEvent(id);
        web["directMarketing"] = null;
        web["eventType"] = "web.webpagedetails.pageViews";
        web["web"] = JsonNode.Parse("""
            {
              "webInteraction": { "linkClicks": { "value": 0.0 }, "URL": "http://www.a1b2c.com", "name": "abcde", "region": "r1", "type": "other" },
              "webPageDetails": { "pageViews": { "value": 1.0 }, "URL": "http://www.a1b2c.com", "isErrorPage": false, "name": "abcde",
                "server": "s", "siteSection": "xy", "viewName": "abc" },
              "webReferrer": { "URL": "http://www.z.com", "type": "search_engine" }
            }
            """);
        return web;
    }

    public static string Lines(params JsonObject[] events) => string.Concat(events.Select(item => item.ToJsonString() + "\n"));
}
