using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Flows;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WideEvent))]
[JsonSerializable(typeof(Score))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class FlowJson : JsonSerializerContext
{
    /// <summary>As text, to compare by value whatever lists are in it.</summary>
    public static string Text(WideEvent row) => JsonSerializer.Serialize(row, Default.WideEvent);
}
