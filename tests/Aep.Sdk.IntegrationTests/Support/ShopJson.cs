using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Support;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopEvent))]
[JsonSerializable(typeof(ShopKey))]
[JsonSerializable(typeof(ShopItem))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class ShopJson : JsonSerializerContext;
