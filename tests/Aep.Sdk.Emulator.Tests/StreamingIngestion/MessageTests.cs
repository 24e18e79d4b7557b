using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

public sealed class MessageTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly StreamingClient _client = new(fixture);

    [Fact]
    public async Task A_message_is_answered_with_its_id_and_becomes_a_row()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        (string dataset, string schema) = await _client.CreateDatasetAsync();
        (int status, JsonObject answer) = await StreamingClient.PostAsync(
            (string)inlet["inletUrl"]!, _client.Message(dataset, schema, _client.Entity("a")).ToJsonString());
        Assert.True(status == 200, answer.ToJsonString());
        Assert.Equal((string?)inlet["inletId"], (string?)answer["inletId"]);
        Assert.NotEqual("", (string?)answer["xactionId"]);
        Assert.True((long)answer["receivedTimeMs"]! > 0);
        Assert.True((bool)answer["syncValidation"]!["skipped"]!);

        JsonObject batch = Assert.Single(await _client.WaitForRowsAsync(dataset, "success", "recordCount", 1));
        JsonObject files = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/batches/{batch["id"]}/files");
        Assert.Equal("1", (string?)Assert.Single(files["data"]!.AsArray())!["records"]);
    }

    [Fact]
    public async Task Several_messages_are_answered_one_by_one()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        (string dataset, string schema) = await _client.CreateDatasetAsync();
        JsonObject good = _client.Message(dataset, schema, _client.Entity("a"));
        JsonObject withoutBody = _client.Message(dataset, schema, _client.Entity("b"));
        withoutBody.Remove("body");
        JsonObject otherOrganisation = _client.Message(dataset, schema, _client.Entity("c"));
        otherOrganisation["header"]!["imsOrgId"] = "other@AdobeOrg";
        JsonObject fits = _client.Message(dataset, schema, _client.Entity("d"));
        fits["header"]!.AsObject().Remove("imsOrgId"); // filled in
        var body = new JsonObject { ["messages"] = new JsonArray(good, withoutBody, otherOrganisation, fits) };

        (int status, JsonObject answer) = await StreamingClient.PostAsync(StreamingClient.BatchUrl(inlet), body.ToJsonString());
        Assert.Equal(207, status);
        JsonArray responses = answer["responses"]!.AsArray();
        Assert.Equal(4, responses.Count);
        Assert.Equal($"{answer["batchId"]}:0", (string?)responses[0]!["xactionId"]);
        Assert.Equal(400, (int)responses[1]!["statusCode"]!);
        Assert.EndsWith("Message has unknown xdm format", (string?)responses[1]!["message"]);
        Assert.EndsWith("Message has an absent or wrong ims org in the header", (string?)responses[2]!["message"]);
        Assert.Equal($"{answer["batchId"]}:3", (string?)responses[3]!["xactionId"]);
        await _client.WaitForRowsAsync(dataset, "success", "recordCount", 2);
    }

    [Fact]
    public async Task Synchronous_validation_tells_every_fault_with_its_place_and_keeps_the_message_out()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        (string dataset, string schema) = await _client.CreateDatasetAsync();
        JsonObject entity = _client.Entity("a");
        entity["_id"] = 5;
        entity["person"] = new JsonObject();
        string url = inlet["inletUrl"] + "?syncValidation=true";
        (int status, JsonObject refusal) = await StreamingClient.PostAsync(url, _client.Message(dataset, schema, entity).ToJsonString());
        Assert.Equal(400, status);
        Assert.Equal("Invalid XDM Message Format", (string?)refusal["title"]);
        JsonNode group = Assert.Single(refusal["report"]!["cause"]!["_streamingValidation"]!.AsArray())!;
        Assert.Equal("2 schema violations found", (string?)group["message"]);
        JsonNode[] faults = [.. group["causingExceptions"]!.AsArray().Select(fault => fault!)];
        Assert.Contains(faults,
            fault => (string?)fault["pointerToViolation"] == "#/_id" && (string?)fault["schemaLocation"] == "#/properties/_id"
            && (string?)fault["message"] == "expected type: String, found: Integer");
        Assert.Contains(faults,
            fault => (string?)fault["keyword"] == "additionalProperties"
                && (string?)fault["message"] == "extraneous key [person] is not permitted");

        (int passed, JsonObject answer) =
            await StreamingClient.PostAsync(url, _client.Message(dataset, schema, _client.Entity("b")).ToJsonString());
        Assert.Equal(200, passed);
        Assert.Equal("pass", (string?)answer["syncValidation"]!["status"]);
        await _client.WaitForRowsAsync(dataset, "success", "recordCount", 1);
        Assert.Empty(await _client.WaitForRowsAsync(dataset, "failed", "failedRecordCount", 0));
    }

    [Fact]
    public async Task Without_synchronous_validation_a_wrong_message_ends_in_a_failed_batch_that_gives_it_back()
    {
        JsonObject inlet = await _client.OpenInletAsync();
        (string dataset, string schema) = await _client.CreateDatasetAsync();
        JsonObject wrong = _client.Entity("wrong");
        wrong["timestamp"] = "2025-03-01T12:30:45"; // streaming asks for the zone, batches do not
        var body = new JsonObject
        {
            ["messages"] =
                new JsonArray(_client.Message(dataset, schema, wrong), _client.Message(dataset, schema, _client.Entity("right"))),
        };
        (int status, JsonObject answer) = await StreamingClient.PostAsync(StreamingClient.BatchUrl(inlet), body.ToJsonString());
        Assert.Equal(207, status);
        Assert.All(answer["responses"]!.AsArray(), response => Assert.NotNull(response!["xactionId"]));

        await _client.WaitForRowsAsync(dataset, "success", "recordCount", 1);
        JsonObject failed = Assert.Single(await _client.WaitForRowsAsync(dataset, "failed", "failedRecordCount", 1));
        JsonObject files = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/batches/{failed["id"]}/failed");
        string row = await fixture.Client.GetStringAsync((string)files["data"]![0]!["_links"]!["self"]!["href"]!);
        Assert.Equal("wrong", (string?)JsonNode.Parse(row)!["_id"]);
        JsonObject meta =
            await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/batches/{failed["id"]}/meta?path=row_errors");
        string diagnostic = await fixture.Client.GetStringAsync((string)meta["data"]![0]!["_links"]!["self"]!["href"]!);
        Assert.Contains(
            "#/timestamp: [2025-03-01T12:30:45] is not a valid date-time", (string?)JsonNode.Parse(diagnostic)!["_errors"]![0]!["message"]);
    }

    [Fact]
    public async Task Messages_that_wait_survive_a_stop()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.FromHours(1) };
        EmulatorFixture first = await EmulatorFixture.StartAsync(options);
        var sender = new StreamingClient(first);
        JsonObject inlet = await sender.OpenInletAsync();
        (string dataset, string schema) = await sender.CreateDatasetAsync();
        (int status, JsonObject answer) = await StreamingClient.PostAsync(
            (string)inlet["inletUrl"]!, sender.Message(dataset, schema, sender.Entity("a")).ToJsonString());
        Assert.True(status == 200, answer.ToJsonString());
        await first.DisposeAsync();

        EmulatorFixture second = await EmulatorFixture.StartAsync(options with { ProcessingTime = TimeSpan.Zero });
        await new StreamingClient(second).WaitForRowsAsync(dataset, "success", "recordCount", 1);
        await second.DisposeAsync();
    }
}
