using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

public sealed class StreamingInletTests : IDisposable
{
    private const string Flows = "/data/foundation/flowservice";
    private const string Spec = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

    private readonly Wire _wire = new();
    private readonly StreamingClient _streaming;

    public StreamingInletTests()
    {
        _streaming = _wire.Ingestion().Streaming;
        _wire.On("GET", "/data/foundation/catalog/dataSets/d1",
            """{"d1":{"name":"Events","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"x"}}}""");
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task An_inlet_is_created_once()
    {
        _wire.On("GET", $"{Flows}/connections", """{"items":[]}""", $$"""{"items":[{{Connection(true)}}]}""")
            .On("POST", $"{Flows}/connections", (201, """{"id":"c1"}"""))
            .On("GET", $"{Flows}/connections/c1", $$"""{"items":[{{Connection(true)}}]}""");
        StreamingInlet inlet = await _streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Shop", "d1"));
        Assert.Equal(("c1", "in1", "https://dcs.adobedc.net/collection/in1", true),
            (inlet.ConnectionId, inlet.InletId, inlet.Url.AbsoluteUri, inlet.IsAuthenticated));
        Assert.Equal(("d1", "https://ns.adobe.com/acme/schemas/1", null), (inlet.DatasetId, inlet.SchemaId, inlet.FlowId));
        Wire.IsJson(
            $$$"""
            {"name":"Shop","connectionSpec":{"id":"{{{Spec}}}","version":"1.0"},
            "auth":{"specName":"Streaming Connection","params":{"sourceId":"Shop","dataType":"xdm","name":"Shop","authenticationRequired":true} } }
            """, _wire.Single("POST", $"{Flows}/connections"));

        Assert.Equal(inlet, await _streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Shop", "d1")));
        Assert.Equal(1, _wire.Count("POST", $"{Flows}/connections"));
    }

    [Fact]
    public async Task A_dataflow_is_made_of_the_connection_on_request()
    {
        foreach (string part in new[] { "sourceConnections", "targetConnections", "flows" })
            _wire.On("GET", $"{Flows}/{part}", """{"items":[]}""").On("POST", $"{Flows}/{part}", (201, $$"""{"id":"{{part}}1"}"""));
        _wire.On("GET", $"{Flows}/connections", $$"""{"items":[{{Connection(true)}}]}""")
            .On("GET", $"{Flows}/connections/c1", $$"""{"items":[{{Connection(true)}}]}""");
        StreamingInlet inlet = await _streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Shop", "d1") { WithDataflow = true });
        Assert.Equal("flows1", inlet.FlowId);
        Assert.Contains("\"baseConnectionId\":\"c1\"", _wire.Single("POST", $"{Flows}/sourceConnections").Body);
        Assert.Contains("\"dataSetId\":\"d1\"", _wire.Single("POST", $"{Flows}/targetConnections").Body);
        string flow = _wire.Single("POST", $"{Flows}/flows").Body!;
        Assert.Contains("d8a6f005-7eaf-4153-983e-e8574508b877", flow);
        Assert.Contains("sourceConnections1", flow);
    }

    [Theory]
    [InlineData(Spec, false, "does not ask")]
    [InlineData("4fce964d-3f37-408f-9778-e597338a21ee", true, "no streaming connection")]
    public async Task A_connection_of_the_name_that_is_something_else_is_not_used(string spec, bool authenticated, string message)
    {
        string connection = Connection(authenticated).Replace(Spec, spec, StringComparison.Ordinal);
        _wire.On("GET", $"{Flows}/connections", $$"""{"items":[{{connection}}]}""")
            .On("GET", $"{Flows}/connections/c1", $$"""{"items":[{{connection}}]}""");
        var error =
            await Assert.ThrowsAsync<AepException>(() => _streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Shop", "d1")));
        Assert.Contains(message, error.Message);
    }

    private static string Connection(bool authenticated) =>
        $$$"""
        {"id":"c1","name":"Shop","state":"enabled","connectionSpec":{"id":"{{{Spec}}}","version":"1.0"},"auth":{"specName":"Streaming Connection","params":
        {"sourceId":"Shop","inletUrl":"https://dcs.adobedc.net/collection/in1","inletId":"in1","dataType":"xdm","authenticationRequired":{{{(authenticated ? "true" : "false")}}} } } }
        """;
}
