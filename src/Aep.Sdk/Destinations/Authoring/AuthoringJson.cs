using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Destinations.Authoring;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(DestinationServer))]
[JsonSerializable(typeof(DestinationConfiguration))]
[JsonSerializable(typeof(AudienceTemplate))]
[JsonSerializable(typeof(DestinationCredential))]
[JsonSerializable(typeof(IReadOnlyList<SampleProfile>))]
[JsonSerializable(typeof(DestinationTest))]
[JsonSerializable(typeof(TemplateRendering))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(RenderBody))]
[JsonSerializable(typeof(TestBody))]
[JsonSerializable(typeof(PublishBody))]
internal sealed partial class AuthoringJson : JsonSerializerContext;
