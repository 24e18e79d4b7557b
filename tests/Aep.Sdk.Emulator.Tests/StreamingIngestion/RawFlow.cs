using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.DataPrep;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.StreamingIngestion;

/// <summary>An inlet for messages of any shape, and the dataflow that maps them into a dataset of scores.</summary>
internal sealed class RawFlow(EmulatorFixture fixture, StreamingClient client)
{
    public FlowClient Flows { get; } = new(fixture);

    public JsonObject Inlet { get; private set; } = [];

    public string Id { get; private set; } = "";

    public string DatasetId { get; private set; } = "";

    public string Url => (string)Inlet["inletUrl"]!;

    public static async Task<RawFlow> CreateAsync(EmulatorFixture fixture, StreamingClient client)
    {
        var flow = new RawFlow(fixture, client);
        await flow.CreateAsync();
        return flow;
    }

    /// <summary>The address with the flow in its query, as webhooks are configured.</summary>
    public string Webhook(string? flowId = null) => $"{Url}?x-adobe-flow-id={flowId ?? Id}";

    private async Task CreateAsync()
    {
        string tenant = "_" + client.Batches.Registry.Tenant;
        JsonObject fields = BatchIngestionFields();
        string schema = (string)(await client.Batches.Registry.CreateProfileSchemaAsync(fields))["$id"]!;
        DatasetId = await client.Batches.Catalog.CreateDatasetAsync("Raw scores", schema);
        JsonObject set = MappingSetClient.Set(
            MappingSetClient.Schema(schema), ("user.name", $"{tenant}.userid"), ("to_float(user.score)", $"{tenant}.propensity"));
        set["mappings"]![1]!["sourceType"] = "EXPRESSION";
        string mapping = (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, MappingSetClient.Base, set))["id"]!;
        Inlet = await client.OpenInletAsync(dataType: "raw");
        JsonObject streaming = FlowClient.Connection("Raw", "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb");
        streaming["baseConnectionId"] = (string)Inlet["connectionId"]!;
        string source = await Flows.CreateAsync("sourceConnections", streaming);
        var dataset = new JsonObject { ["dataSetId"] = DatasetId };
        string target = await Flows.CreateAsync("targetConnections", FlowClient.Connection("Lake", FlowClient.DataLake, dataset));
        JsonObject flow = FlowClient.Flow("Raw", "c1a19761-d2c7-4702-b9fa-fe91f0613e81", source, target);
        flow.Remove("scheduleParams");
        flow["transformations"] = new JsonArray(
            new JsonObject { ["name"] = "Mapping", ["params"] = new JsonObject { ["mappingId"] = mapping, ["mappingVersion"] = 0 } });
        Id = await Flows.CreateAsync("flows", flow);
    }

    private static JsonObject BatchIngestionFields()
    {
        JsonObject fields = SchemaRegistry.RegistryClient.TextField("userid");
        fields["propensity"] = new JsonObject { ["type"] = "number", ["title"] = "Propensity", ["maximum"] = 1 };
        return fields;
    }
}
