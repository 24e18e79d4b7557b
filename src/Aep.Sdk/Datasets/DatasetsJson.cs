using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Datasets;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(TagsConverter)])]
[JsonSerializable(typeof(Dictionary<string, Dataset>))]
[JsonSerializable(typeof(Dictionary<string, Batch>))]
[JsonSerializable(typeof(DatasetBody))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
[JsonSerializable(typeof(DataAccessPage<DatasetFile>), TypeInfoPropertyName = "DatasetFilePage")]
[JsonSerializable(typeof(DataAccessPage<FilePart>), TypeInfoPropertyName = "FilePartPage")]
[JsonSerializable(typeof(PreviewAnswer))]
[JsonSerializable(typeof(DatasetLabels))]
[JsonSerializable(typeof(DatasetLabelsBody))]
[JsonSerializable(typeof(DatasetExpiration))]
[JsonSerializable(typeof(ExpirationPage))]
[JsonSerializable(typeof(ExpirationBody))]
[JsonSerializable(typeof(ExpirationChange))]
[JsonSerializable(typeof(RowErrors))]
[JsonSerializable(typeof(InputFile))]
[JsonSerializable(typeof(DatasetChanges))]
[JsonSerializable(typeof(BatchRecord))]
[JsonSerializable(typeof(Dictionary<string, LastBatches>))]
[JsonSerializable(typeof(RetentionDocument))]
[JsonSerializable(typeof(Dictionary<string, CatalogObject>))]
[JsonSerializable(typeof(Dictionary<string, DatasetViewFile>))]
[JsonSerializable(typeof(TagValues))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(CatalogRequest[]))]
[JsonSerializable(typeof(CatalogAnswer))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(DatasetCredentials))]
internal sealed partial class DatasetsJson : JsonSerializerContext;
