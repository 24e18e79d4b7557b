using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Segment))]
[JsonSerializable(typeof(ConvertedSegment))]
[JsonSerializable(typeof(SegmentPage))]
[JsonSerializable(typeof(SegmentBody))]
[JsonSerializable(typeof(SegmentJob))]
[JsonSerializable(typeof(SegmentJobRequest[]))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(PreviewAnswer))]
[JsonSerializable(typeof(AudienceEstimate))]
[JsonSerializable(typeof(SegmentationPage<Audience>))]
[JsonSerializable(typeof(AudienceDefinition))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
[JsonSerializable(typeof(IdList))]
[JsonSerializable(typeof(BulkResults))]
[JsonSerializable(typeof(SegmentationPage<SegmentSchedule>))]
[JsonSerializable(typeof(SegmentScheduleDefinition))]
[JsonSerializable(typeof(SegmentationPage<SegmentJob>))]
[JsonSerializable(typeof(ExportPage))]
[JsonSerializable(typeof(ProfileExportBody))]
[JsonSerializable(typeof(PreviewPage))]
[JsonSerializable(typeof(SearchNamespaces))]
[JsonSerializable(typeof(SearchEntities))]
[JsonSerializable(typeof(SearchTaxonomy))]
[JsonSerializable(typeof(ExternalAudienceDefinition))]
[JsonSerializable(typeof(ExternalAudienceCreation))]
[JsonSerializable(typeof(ExternalAudienceChanges))]
[JsonSerializable(typeof(ExternalAudienceRunBody))]
[JsonSerializable(typeof(ExternalAudienceRuns))]
[JsonSerializable(typeof(ExternalAudienceSource))]
internal sealed partial class SegmentationJson : JsonSerializerContext;
