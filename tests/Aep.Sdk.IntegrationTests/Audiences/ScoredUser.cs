using System.Text.Json.Serialization;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>A row of an activated file.</summary>
internal sealed record ScoredUser(
    [property: JsonPropertyName("user;id")] string UserId, [property: JsonPropertyName("score")] double Score);
