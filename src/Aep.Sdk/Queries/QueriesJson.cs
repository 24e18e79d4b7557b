using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueryConnection))]
[JsonSerializable(typeof(QueryRun))]
[JsonSerializable(typeof(QueryPage))]
[JsonSerializable(typeof(QueryBody))]
[JsonSerializable(typeof(QueryPatchBody))]
[JsonSerializable(typeof(AcceleratedQueryBody))]
[JsonSerializable(typeof(AcceleratedQueryResult))]
[JsonSerializable(typeof(QueryTemplate))]
[JsonSerializable(typeof(QueryTemplatePage))]
[JsonSerializable(typeof(QueryTemplateCount))]
[JsonSerializable(typeof(QueryTemplateBody))]
[JsonSerializable(typeof(QuerySchedule))]
[JsonSerializable(typeof(QuerySchedulePage))]
[JsonSerializable(typeof(QueryScheduleRun))]
[JsonSerializable(typeof(QueryScheduleRunPage))]
[JsonSerializable(typeof(QueryScheduleBody))]
[JsonSerializable(typeof(QuerySchedulePatchBody))]
[JsonSerializable(typeof(QueryAlert))]
[JsonSerializable(typeof(QueryAlertPage))]
[JsonSerializable(typeof(UserQueryAlertPage))]
[JsonSerializable(typeof(QueryAlertBody))]
[JsonSerializable(typeof(JsonPatchOperation))]
[JsonSerializable(typeof(QueryIpAccess))]
[JsonSerializable(typeof(QueryIpRangesBody))]
[JsonSerializable(typeof(QueryIpAddressBody))]
[JsonSerializable(typeof(QueryIpValidation))]
[JsonSerializable(typeof(SnapshotProgress))]
internal sealed partial class QueriesJson : JsonSerializerContext;
