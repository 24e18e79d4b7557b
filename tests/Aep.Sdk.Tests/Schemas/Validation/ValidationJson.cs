using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Tests.Schemas.Validation;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ValidationJson : JsonSerializerContext;
