using System.Text.Json.Serialization;

namespace Docs.Tests;

[JsonSerializable(typeof(WebEvent))]
public sealed partial class EventsJson : JsonSerializerContext;
