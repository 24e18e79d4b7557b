using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Tests.Schemas;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OddTimes))]
[JsonSerializable(typeof(OddScalars))]
[JsonSerializable(typeof(OddLists))]
[JsonSerializable(typeof(OddMaps))]
[JsonSerializable(typeof(OddEnums))]
[JsonSerializable(typeof(OddDerived))]
[JsonSerializable(typeof(OddGeneric<OddPoint>))]
[JsonSerializable(typeof(OddStruct))]
[JsonSerializable(typeof(OddNames))]
[JsonSerializable(typeof(OddCase))]
[JsonSerializable(typeof(OddTree))]
[JsonSerializable(typeof(OddIndirect))]
[JsonSerializable(typeof(OddHolder))]
[JsonSerializable(typeof(OddDrawing))]
[JsonSerializable(typeof(OddIdentities))]
internal sealed partial class OddModelJson : JsonSerializerContext;
