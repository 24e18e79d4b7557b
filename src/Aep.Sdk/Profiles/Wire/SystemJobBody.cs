using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

internal sealed record SystemJobBody([property: JsonPropertyName("dataSetId")] string DatasetId);
