using System.Text.Json.Serialization;

namespace Aep.Sdk.LandingZones;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CredentialsBody))]
[JsonSerializable(typeof(LandingZoneInfo))]
internal sealed partial class LandingZonesJson : JsonSerializerContext;
