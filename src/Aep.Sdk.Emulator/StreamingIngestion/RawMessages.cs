using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// Messages that are no XDM: JSON of any shape, which the mapping set of a dataflow turns into a record of its dataset. The request names
/// the flow as <c>x-adobe-flow-id</c>, in a header or in the query.
/// </summary>
internal sealed class RawMessages(
    AepEmulatorOptions options, DatasetService datasets, SchemaRegistryService registry, TimeProvider time)
{
    public const string FlowHeader = "x-adobe-flow-id";

    /// <summary>What the messages of a request go through.</summary>
    /// <exception cref="ApiException">400: the request names no flow, or none that takes messages of this inlet.</exception>
    public RawStream Open(Inlet inlet, HttpRequest request)
    {
        string? id = request.Headers[FlowHeader].FirstOrDefault() ?? request.Query[FlowHeader].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(id))
            throw Refuse(inlet, $"The request names no dataflow: send {FlowHeader}");
        JsonObject flow = inlet.Sandbox.Documents[FlowKinds.Flows].Find(id.Trim())
            ?? throw Refuse(inlet, $"The dataflow {id} does not exist");
        if ((string?)flow["flowSpec"]?["id"] != SpecCatalog.MappedStreamToPlatform || !IsOf(flow, inlet))
            throw Refuse(inlet, $"The dataflow {id} is none that maps the messages of this inlet");
        if ((string?)flow["state"] != "enabled")
            throw Refuse(inlet, $"The dataflow {id} is not enabled");
        string target = (string)flow["targetConnectionIds"]![0]!;
        CatalogDataset dataset = datasets.Find(inlet.Sandbox, DatasetOf(inlet.Sandbox, target))
            ?? throw Refuse(inlet, $"The dataset of the dataflow {id} does not exist");
        XdmSchema schema = registry.Resolve(inlet.Sandbox, dataset.SchemaId)
            ?? throw Refuse(inlet, $"The schema of the dataset {dataset.Id} does not exist");
        EntityRules rules = EntityRules.For(schema, registry.Identities(inlet.Sandbox, schema.Id));
        try
        {
            return new RawStream(dataset.Id, rules, new FieldConversion(schema), FlowMappings.Of(inlet.Sandbox, flow), time);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ExpressionException)
        {
            throw Refuse(inlet, $"The mapping set of the dataflow {id} cannot be used: {exception.Message}");
        }
    }

    /// <summary>Maps a message and says what is wrong with it.</summary>
    /// <exception cref="ApiException">400: it is no JSON object.</exception>
    public CheckedMessage Read(Inlet inlet, RawStream stream, JsonElement message, string id) =>
        message.ValueKind == JsonValueKind.Object
            ? stream.Map(id, JsonObject.Create(message)!)
            : throw Refuse(inlet, "The message is no JSON object");

    private static bool IsOf(JsonObject flow, Inlet inlet) => (flow["sourceConnectionIds"] as JsonArray ?? [])
        .Select(id => inlet.Sandbox.Documents[FlowKinds.SourceConnections].Find((string)id!))
        .Any(source => (string?)source?["baseConnectionId"] == inlet.ConnectionId);

    private static string DatasetOf(Sandbox sandbox, string targetId) =>
        (string?)sandbox.Documents[FlowKinds.TargetConnections].Find(targetId)?["params"]?["dataSetId"] ?? "";

    private ApiException Refuse(Inlet inlet, string fault) =>
        StreamingErrors.InvalidMessage($"inletId: [{inlet.Id}] imsOrgId: [{options.OrgId}] {fault}");
}
