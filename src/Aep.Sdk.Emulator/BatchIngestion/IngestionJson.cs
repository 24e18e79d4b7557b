using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Emulator.BatchIngestion;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class IngestionJson : JsonSerializerContext;
