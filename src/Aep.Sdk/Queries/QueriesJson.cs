using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConnectionParametersBody))]
[JsonSerializable(typeof(QueryRun))]
[JsonSerializable(typeof(QueryBody))]
[JsonSerializable(typeof(QueryPatchBody))]
[JsonSerializable(typeof(QueryTemplate))]
[JsonSerializable(typeof(QueryTemplatePage))]
[JsonSerializable(typeof(QueryTemplateBody))]
internal sealed partial class QueriesJson : JsonSerializerContext;
