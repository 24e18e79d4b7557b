using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

/// <summary>Messages of any shape, which a dataflow maps.</summary>
public sealed class RawMessageTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly StreamingClient _client = new(fixture);

    [Fact]
    public async Task A_raw_message_goes_through_the_mapping_of_its_flow_into_the_dataset()
    {
        RawFlow flow = await RawFlow.CreateAsync(fixture, _client);
        (int status, JsonObject answer) = await StreamingClient.PostAsync(
            flow.Webhook(), """{ "user": { "name": "Zoë \"Z\"", "score": "0.25" }, "other": [1] }""");
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Equal((string?)flow.Inlet["inletId"], (string?)answer["inletId"]);
        Assert.NotEqual("", (string?)answer["xactionId"]);
        Assert.Equal(200, await PostWithHeaderAsync(flow, """{ "user": { "name": "b", "score": 1 } }"""));
        var several = new JsonObject
        {
            ["messages"] = new JsonArray(JsonNode.Parse("""{ "user": { "name": "c" } }"""), 5, new JsonObject()),
        };
        string batch = StreamingClient.BatchUrl(flow.Inlet) + $"?x-adobe-flow-id={flow.Id}";
        (status, answer) = await StreamingClient.PostAsync(batch, several.ToJsonString());
        Assert.Equal(207, status);
        Assert.Equal([null, 400, null], answer["responses"]!.AsArray().Select(each => (int?)each!["statusCode"]));
        await _client.WaitForRowsAsync(flow.DatasetId, "success", "recordCount", 4);
        Assert.Equal([("Zoë \"Z\"", 0.25), ("b", 1.0), ("c", null), (null, null)], await RowsAsync(flow));
    }

    [Fact]
    public async Task A_message_that_cannot_be_mapped_or_does_not_fit_ends_in_a_failed_batch_that_gives_it_back()
    {
        RawFlow flow = await RawFlow.CreateAsync(fixture, _client);
        Assert.Equal(200, (await StreamingClient.PostAsync(flow.Webhook(), """{ "user": { "name": "a", "score": "much" } }""")).Status);
        Assert.Equal(200, (await StreamingClient.PostAsync(flow.Webhook(), """{ "user": { "name": "b", "score": 2 } }""")).Status);
        JsonObject[] failed = await _client.WaitForRowsAsync(flow.DatasetId, "failed", "failedRecordCount", 2);
        string rows = "", errors = "";
        foreach (JsonObject batch in failed)
        {
            rows += await TextAsync($"/data/foundation/export/batches/{batch["id"]}/failed");
            errors += await TextAsync($"/data/foundation/export/batches/{batch["id"]}/meta?path=row_errors");
        }
        Assert.Contains("much", rows);
        Assert.Contains(".propensity failed: ", errors);
        Assert.Contains("3700", errors);
        Assert.Contains("/propensity: 2", errors);

        (int status, JsonObject refusal) = await StreamingClient.PostAsync(
            flow.Webhook() + "&syncValidation=true", """{ "user": { "score": "much" } }""");
        Assert.Equal(400, status);
        Assert.Contains("propensity failed", refusal.ToJsonString());
    }

    [Fact]
    public async Task A_request_must_name_a_flow_that_maps_the_messages_of_the_inlet()
    {
        RawFlow flow = await RawFlow.CreateAsync(fixture, _client), other = await RawFlow.CreateAsync(fixture, _client);
        await AssertRefusedAsync(flow.Url, "x-adobe-flow-id");
        await AssertRefusedAsync(flow.Webhook(""), "x-adobe-flow-id");
        await AssertRefusedAsync(flow.Webhook("nobody"), "The dataflow nobody does not exist");
        await AssertRefusedAsync(flow.Webhook(other.Id), "none that maps the messages of this inlet");
        (int status, JsonObject answer) = await StreamingClient.PostAsync(flow.Webhook(), "[]");
        Assert.Equal(400, status);
        Assert.Contains("no JSON object", answer.ToJsonString());
        await fixture.Client.CallAsync(200, HttpMethod.Post, $"{FlowClient.Base}/flows/{flow.Id}/action?op=disable");
        await AssertRefusedAsync(flow.Webhook(), "is not enabled");
    }

    private static async Task AssertRefusedAsync(string url, string says)
    {
        (int status, JsonObject refusal) = await StreamingClient.PostAsync(url, "{}");
        Assert.Equal(400, status);
        Assert.Contains(says, (string?)refusal["report"]!["message"]);
    }

    private static async Task<int> PostWithHeaderAsync(RawFlow flow, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, flow.Url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("x-adobe-flow-id", flow.Id);
        using HttpResponseMessage response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<string> TextAsync(string listing)
    {
        JsonObject files = await fixture.Client.CallAsync(200, HttpMethod.Get, listing);
        return await fixture.Client.GetStringAsync((string)files["data"]![0]!["_links"]!["self"]!["href"]!);
    }

    private async Task<List<(string? User, double? Score)>> RowsAsync(RawFlow flow)
    {
        var rows = new List<(string?, double?)>();
        string table = (string)(await _client.Batches.Catalog.GetDatasetAsync(flow.DatasetId))["tags"]!["adobe/pqs/table"]![0]!;
        string tenant = "_" + _client.Batches.Registry.Tenant;
        await using Npgsql.NpgsqlConnection connection = await PostgresWire.QueryServiceConnection.OpenAsync(fixture);
        await using var command = new Npgsql.NpgsqlCommand(
            $"SELECT {tenant}.userid, {tenant}.propensity FROM {table} ORDER BY 1 NULLS LAST", connection);
        await using Npgsql.NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((
                await reader.IsDBNullAsync(0) ? null : reader.GetString(0), await reader.IsDBNullAsync(1) ? null : reader.GetDouble(1)));
        }
        return rows;
    }
}
