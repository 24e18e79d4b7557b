using System.Text.Json.Serialization;

namespace Aep.Sdk.Emulator.Lake;

[JsonSerializable(typeof(LakeSnapshot))]
internal sealed partial class LakeJson : JsonSerializerContext;
