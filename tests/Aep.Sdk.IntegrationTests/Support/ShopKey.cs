using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>The key of an event, and nothing else.</summary>
public sealed record ShopKey([property: JsonPropertyName("_id")] string Id);
