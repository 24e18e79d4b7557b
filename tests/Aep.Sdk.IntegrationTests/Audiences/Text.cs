using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Audiences;

[JsonSerializable(typeof(string))]
internal sealed partial class Text : JsonSerializerContext;
