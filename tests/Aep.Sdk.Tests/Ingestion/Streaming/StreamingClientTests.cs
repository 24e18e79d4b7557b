using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

public sealed class StreamingClientTests : IDisposable
{
    private readonly Wire _wire = new();
    private readonly StreamingClient _streaming;
    private readonly StreamingInlet _inlet;

    public StreamingClientTests()
    {
        _streaming = _wire.Ingestion().Streaming;
        _inlet = StreamedEvent.Inlet(_wire.Url);
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_record_is_sent_with_what_belongs_to_it()
    {
        _wire.On("POST", "/collection/in1",
            """{"inletId":"in1","xactionId":"x:1","receivedTimeMs":1555445493932,"syncValidation":{"skipped":true},"other":1}""");
        StreamingReceipt receipt =
            await _streaming.SendAsync(_inlet with { FlowId = "f1" }, new StreamedEvent("e1", "é"), StreamedJson.Default.StreamedEvent);
        Assert.Equal(("in1", "x:1", 1555445493932, true),
            (receipt.InletId, receipt.TransactionId, receipt.ReceivedTimeMs, receipt.SyncValidation!.Skipped));
        Assert.True(receipt.AdditionalProperties.ContainsKey("other"));
        var sent = _wire.Single("POST", "/collection/in1");
        Wire.IsJson(
            """
            {"header":{"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"application/vnd.adobe.xed-full+json;version=1"},
            "imsOrgId":"org@AdobeOrg","datasetId":"d1","flowId":"f1"},
            "body":{"xdmMeta":{"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"application/vnd.adobe.xed-full+json;version=1"}},
            "xdmEntity":{"_id":"e1","text":"é"}}}
            """, sent);
        Assert.Equal("application/json", sent.Headers!["Content-Type"].Single());
        Assert.Equal("dev", sent.Headers["x-sandbox-name"].Single());
        Assert.False(sent.Query?.ContainsKey("syncValidation") ?? false);
    }

    [Fact]
    public async Task What_synchronous_validation_finds_is_told_place_by_place()
    {
        _wire.On("POST", "/collection/in1", (400,
            """
            {"type":"http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet","status":400,"title":"Invalid XDM Message Format","report":{
            "message":"inletId: [in1] Message is invalid","cause":{"_streamingValidation":[{"pointerToViolation":"#","causingExceptions":[
            {"pointerToViolation":"#","causingExceptions":[],"keyword":"additionalProperties","message":"extraneous key [person] is not permitted"},
            {"pointerToViolation":"#/_id","causingExceptions":[],"keyword":"type","message":"expected type: String, found: Long"}],"message":"2 schema violations found"}]}}}
            """));
        var error = await Assert.ThrowsAsync<StreamingValidationException>(() => _streaming.SendAsync(
            _inlet, new StreamedEvent("e1"), StreamedJson.Default.StreamedEvent, new StreamingSendOptions { SyncValidation = true }));
        Assert.Equal(["#", "#/_id"], error.Violations.Select(violation => violation.Pointer));
        Assert.Contains("#/_id: expected type: String, found: Long", error.Message);
        Assert.Equal("true", Wire.Query(_wire.Single("POST", "/collection/in1"), "syncValidation"));
    }

    [Fact]
    public async Task Another_refusal_says_what_the_report_says()
    {
        _wire.On(
            "POST", "/collection/in1", (400, """{"status":400,"title":"Inlet","report":{"message":"Message has unknown xdm format"}}"""));
        var error = await Assert.ThrowsAsync<AepRequestException>(
            () => _streaming.SendAsync(_inlet, new StreamedEvent("e1"), StreamedJson.Default.StreamedEvent));
        Assert.Contains("Message has unknown xdm format", error.Message);
    }

    [Fact]
    public async Task Several_records_have_an_outcome_each()
    {
        _wire.On("POST", "/collection/batch/in1", (207,
            """{"inletId":"in1","batchId":"b:1","receivedTimeMs":5,"responses":[{"xactionId":"b:1:0"},{"statusCode":400,"message":"Message has unknown xdm format"}]}"""));
        StreamingBatchReceipt receipt =
            await _streaming.SendBatchAsync(_inlet, [new StreamedEvent("a"), new StreamedEvent("b")], StreamedJson.Default.StreamedEvent);
        Assert.Equal([true, false], receipt.Outcomes.Select(outcome => outcome.IsAccepted));
        Assert.Equal(("b:1", "b:1:0", 400), (receipt.BatchId, receipt.Outcomes[0].TransactionId, receipt.Outcomes[1].StatusCode));
        string body = _wire.Single("POST", "/collection/batch/in1").Body!;
        Assert.Equal(["a", "b"], System.Text.Json.Nodes.JsonNode.Parse(body)!["messages"]!.AsArray().Select(
            message => (string?)message!["body"]!["xdmEntity"]!["_id"]));
    }

    [Fact]
    public async Task Outcomes_that_cannot_be_matched_are_an_error()
    {
        _wire.On("POST", "/collection/batch/in1", (207, """{"responses":[{"xactionId":"b:1:0"}]}"""));
        var error = await Assert.ThrowsAsync<AepException>(() => _streaming.SendBatchAsync(
            _inlet, [new StreamedEvent("a"), new StreamedEvent("b")], StreamedJson.Default.StreamedEvent));
        Assert.Contains("1 outcomes for 2 messages", error.Message);
    }

    [Fact]
    public async Task What_is_larger_than_a_request_is_not_sent()
    {
        var large = new StreamedEvent("a", new string('x', 600_000));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _streaming.SendBatchAsync(_inlet, [large, large], StreamedJson.Default.StreamedEvent));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _streaming.SendAsync(
            _inlet, large with { Text = new string('x', 1_000_000) }, StreamedJson.Default.StreamedEvent));
        Assert.Contains("streaming ingestion takes 1000000", error.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => _streaming.SendBatchAsync(_inlet, [], StreamedJson.Default.StreamedEvent));
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task A_host_that_is_not_adobes_gets_nothing()
    {
        StreamingInlet elsewhere = _inlet with { Url = new Uri("https://example.com/collection/in1") };
        await Assert.ThrowsAsync<ArgumentException>(
            () => _streaming.SendAsync(elsewhere, new StreamedEvent("a"), StreamedJson.Default.StreamedEvent));
    }

    [Fact]
    public async Task A_post_whose_outcome_is_unknown_is_not_repeated()
    {
        _wire.On("POST", "/collection/in1", (500, "{}"));
        await Assert.ThrowsAsync<AepRequestException>(
            () => _streaming.SendAsync(_inlet, new StreamedEvent("a"), StreamedJson.Default.StreamedEvent));
        Assert.Single(_wire.Requests);
    }
}
