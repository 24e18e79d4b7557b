using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>How the records become JSON. The schemas are made from the same metadata, so that names and types of both agree.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerEvent))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(ScoredCustomer))]
public sealed partial class EventsJson : JsonSerializerContext;
