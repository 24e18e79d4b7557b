using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchDefinition))]
[JsonSerializable(typeof(CreatedBatch))]
[JsonSerializable(typeof(UploadedFile))]
[JsonSerializable(typeof(BatchPreview))]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class IngestionJson : JsonSerializerContext;
