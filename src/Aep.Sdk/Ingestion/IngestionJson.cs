using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(CreatedBatch))]
internal sealed partial class IngestionJson : JsonSerializerContext;
