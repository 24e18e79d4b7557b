using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ItemsPage<Flow>))]
[JsonSerializable(typeof(ItemsPage<FlowRun>))]
[JsonSerializable(typeof(ItemsPage<FlowSpec>))]
[JsonSerializable(typeof(ItemsPage<Connection>))]
[JsonSerializable(typeof(ItemsPage<ConnectionSpec>))]
[JsonSerializable(typeof(ItemsPage<SourceConnection>))]
[JsonSerializable(typeof(ItemsPage<TargetConnection>))]
[JsonSerializable(typeof(ResourceReference))]
[JsonSerializable(typeof(CreateRunBody))]
[JsonSerializable(typeof(FlowDefinition))]
[JsonSerializable(typeof(ConnectionDefinition))]
[JsonSerializable(typeof(SourceConnectionDefinition))]
[JsonSerializable(typeof(TargetConnectionDefinition))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
internal sealed partial class FlowsJson : JsonSerializerContext;
