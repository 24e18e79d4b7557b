using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>Events are open XDM documents: their tenant's name is a member's name.</summary>
[JsonSerializable(typeof(JsonObject))]
public sealed partial class EventsJson : JsonSerializerContext;
