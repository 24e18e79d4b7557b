using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Core.Json;

/// <summary>JSON of which nothing is known.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AnyJson : JsonSerializerContext;
