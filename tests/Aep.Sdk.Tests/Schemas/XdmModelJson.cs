using System.Text.Json.Serialization;

namespace Aep.Sdk.Tests.Schemas;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShopEvent))]
[JsonSerializable(typeof(ShopFields))]
[JsonSerializable(typeof(Unfit))]
[JsonSerializable(typeof(Misfit))]
[JsonSerializable(typeof(TwoPrimaries))]
internal sealed partial class XdmModelJson : JsonSerializerContext;
