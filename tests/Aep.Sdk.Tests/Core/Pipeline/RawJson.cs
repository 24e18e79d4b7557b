using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Tests.Core.Pipeline;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class RawJson : JsonSerializerContext;
