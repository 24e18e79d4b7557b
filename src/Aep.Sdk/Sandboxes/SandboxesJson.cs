using System.Text.Json.Serialization;

namespace Aep.Sdk.Sandboxes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SandboxPage))]
internal sealed partial class SandboxesJson : JsonSerializerContext;
