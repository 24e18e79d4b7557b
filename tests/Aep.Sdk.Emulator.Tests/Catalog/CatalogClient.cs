using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>The catalog as a client sees it.</summary>
internal sealed class CatalogClient(EmulatorFixture fixture)
{
    private const string Base = "/data/foundation/catalog";

    public async Task<(int Status, JsonNode Body)> SendAsync(
        HttpMethod method, string path, JsonNode? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, Base + path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public static JsonObject Dataset(string name, string schemaId) => new()
    {
        ["name"] = name,
        ["schemaRef"] = new JsonObject { ["id"] = schemaId, ["contentType"] = "application/vnd.adobe.xed+json;version=1" },
        ["fileDescription"] = new JsonObject { ["persisted"] = true, ["containerFormat"] = "parquet", ["format"] = "parquet" },
        ["tags"] = new JsonObject(),
    };

    public async Task<string> CreateDatasetAsync(string name, string schemaId)
    {
        (int status, JsonNode body) = await SendAsync(HttpMethod.Post, "/dataSets", Dataset(name, schemaId));
        Assert.True(status == 201, body.ToJsonString());
        string reference = (string)body.AsArray().Single()!;
        Assert.StartsWith("@/dataSets/", reference);
        return reference["@/dataSets/".Length..];
    }

    public async Task<JsonObject> GetDatasetAsync(string id)
    {
        (int status, JsonNode body) = await SendAsync(HttpMethod.Get, $"/dataSets/{id}");
        Assert.Equal(200, status);
        return body[id]!.AsObject();
    }

    public async Task<JsonObject> GetBatchAsync(string id)
    {
        (int status, JsonNode body) = await SendAsync(HttpMethod.Get, $"/batches/{id}");
        Assert.Equal(200, status);
        return body[id]!.AsObject();
    }

    public static void AssertRefused((int Status, JsonNode Body) answer, int status, string title)
    {
        Assert.True(answer.Status == status, answer.Body.ToJsonString());
        Assert.Equal(title, (string?)answer.Body["title"]);
        Assert.Equal(status, (int)answer.Body["status"]!);
        Assert.NotNull(answer.Body["detail"]);
    }
}
