using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ItemsPage<Flow>))]
[JsonSerializable(typeof(ItemsPage<FlowRun>))]
[JsonSerializable(typeof(ItemsPage<FlowSpec>))]
[JsonSerializable(typeof(ItemsPage<Connection>))]
[JsonSerializable(typeof(ItemsPage<ConnectionSpec>))]
[JsonSerializable(typeof(ItemsPage<SourceConnection>))]
[JsonSerializable(typeof(ItemsPage<TargetConnection>))]
[JsonSerializable(typeof(IReadOnlyList<ConfigItem>))]
[JsonSerializable(typeof(IReadOnlyList<ConnectionItem>))]
[JsonSerializable(typeof(IReadOnlyList<ExportableDataset>))]
[JsonSerializable(typeof(FilePreview))]
[JsonSerializable(typeof(ConnectionTestAnswer))]
[JsonSerializable(typeof(ResourceReference))]
[JsonSerializable(typeof(CreateRunBody))]
[JsonSerializable(typeof(SearchBody))]
[JsonSerializable(typeof(ProjectingSearchBody))]
[JsonSerializable(typeof(FlowActionProgress))]
[JsonSerializable(typeof(FlowDefinition))]
[JsonSerializable(typeof(FlowSpecDefinition))]
[JsonSerializable(typeof(ConnectionDefinition))]
[JsonSerializable(typeof(ConnectionSpecDefinition))]
[JsonSerializable(typeof(SourceConnectionDefinition))]
[JsonSerializable(typeof(TargetConnectionDefinition))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
internal sealed partial class FlowsJson : JsonSerializerContext;
