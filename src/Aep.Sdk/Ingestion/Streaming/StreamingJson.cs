using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreamingReceipt))]
[JsonSerializable(typeof(StreamingBatchReceipt))]
internal sealed partial class StreamingJson : JsonSerializerContext;
