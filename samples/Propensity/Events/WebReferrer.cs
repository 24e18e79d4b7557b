using System.Text.Json.Serialization;

namespace Propensity.Events;

/// <summary>Where the customer came from.</summary>
public sealed record WebReferrer([property: JsonPropertyName("URL")] string Url, string Type);
