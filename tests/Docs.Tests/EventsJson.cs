using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docs.Tests;

[JsonSerializable(typeof(WebEvent))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class EventsJson : JsonSerializerContext;
