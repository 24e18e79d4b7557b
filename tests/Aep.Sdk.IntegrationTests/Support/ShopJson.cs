using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Support;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopEvent))]
internal sealed partial class ShopJson : JsonSerializerContext;
