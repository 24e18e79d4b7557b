using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

public sealed class RefusalTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly StreamingClient _client = new(fixture);

    [Fact]
    public async Task An_inlet_with_authentication_asks_for_a_token()
    {
        JsonObject inlet = await _client.OpenInletAsync(authenticated: true);
        (string dataset, string schema) = await _client.CreateDatasetAsync();
        string url = (string)inlet["inletUrl"]!, message = _client.Message(dataset, schema, _client.Entity("a")).ToJsonString();
        Assert.Equal(401, (await StreamingClient.PostAsync(url, message)).Status);
        Assert.Equal(403, (await StreamingClient.PostAsync(url, message, token: "wrong")).Status);
        Assert.Equal(200, (await StreamingClient.PostAsync(url, message, token: fixture.Token)).Status);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_too_large()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        string body = new JsonObject { ["header"] = new string('x', 1024 * 1024) }.ToJsonString();
        (int status, JsonObject refusal) = await StreamingClient.PostAsync((string)inlet["inletUrl"]!, body);
        Assert.Equal(413, status);
        Assert.Contains("1048576", (string?)refusal["report"]!["message"]);
    }

    [Fact]
    public async Task Synchronous_validation_is_limited_to_sixty_requests_a_minute()
    {
        EmulatorFixture stopped = await new StoppedClock().StartAsync();
        var client = new StreamingClient(stopped);
        JsonObject inlet = await client.OpenInletAsync();
        (string dataset, string schema) = await client.CreateDatasetAsync();
        string url = inlet["inletUrl"]
            + "?syncValidation=true", message = client.Message(dataset, schema, client.Entity("a")).ToJsonString();
        for (int request = 0; request < 60; request++)
            Assert.Equal(200, (await StreamingClient.PostAsync(url, message)).Status);
        Assert.Equal(429, (await StreamingClient.PostAsync(url, message)).Status);
        Assert.Equal(200, (await StreamingClient.PostAsync((string)inlet["inletUrl"]!, message)).Status);
        await stopped.DisposeAsync();
    }

    [Theory]
    [InlineData("{ broken", 400, "The body is not valid JSON")]
    [InlineData("""{"header":{"a":1,"\u0061":2}}""", 400, "The body is not valid JSON")]
    [InlineData("[]", 400, "Message has unknown xdm format")]
    [InlineData("""{"header":{},"body":{"xdmMeta":{},"xdmEntity":{}}}""", 400, "no schemaRef")]
    [InlineData(
        """
        {"header":{"schemaRef":{"id":"a","contentType":"b"}},"body":{"xdmMeta":{"schemaRef":{"id":"c","contentType":"b"}},"xdmEntity":{}}}
        """, 400, "another schemaRef")]
    [InlineData(
        """
        {"header":{"schemaRef":{"id":"a","contentType":"b"},"datasetId":"0"},"body":{"xdmMeta":{"schemaRef":{"id":"a","contentType":"b"}},
         "xdmEntity":{}}}
        """, 400, "unknown datasetId")]
    public async Task What_is_not_a_message_is_refused(string body, int status, string message)
    {
        JsonObject inlet = await _client.OpenInletAsync();
        (int answered, JsonObject refusal) = await StreamingClient.PostAsync((string)inlet["inletUrl"]!, body);
        Assert.Equal(status, answered);
        Assert.Equal(status, (int)refusal["status"]!);
        Assert.Contains(message, (string?)refusal["report"]!["message"]);
    }

    [Fact]
    public async Task A_wrong_address_type_or_schema_is_refused()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        string url = (string)inlet["inletUrl"]!;
        Assert.Equal(404, (await StreamingClient.PostAsync(url[..^1] + "x", "{}")).Status);
        Assert.Equal(415, (await StreamingClient.PostAsync(url, "{}", "text/plain")).Status);
        Assert.Equal(501, (await StreamingClient.PostAsync(url, "{}", "application/x-jackson-smile")).Status);
        Assert.Equal(400, (await StreamingClient.PostAsync(StreamingClient.BatchUrl(inlet), "{}")).Status);
        JsonObject other = await _client.OpenInletAsync(dataType: "other");
        Assert.Equal(501, (await StreamingClient.PostAsync((string)other["inletUrl"]!, "{}")).Status);

        (string dataset, _) = await _client.CreateDatasetAsync();
        (_, string otherSchema) = await _client.CreateDatasetAsync();
        (int status, JsonObject refusal) =
            await StreamingClient.PostAsync(url, _client.Message(dataset, otherSchema, _client.Entity("a")).ToJsonString());
        Assert.Equal(400, status);
        Assert.Contains(otherSchema, (string?)refusal["report"]!["message"]);
    }
}
