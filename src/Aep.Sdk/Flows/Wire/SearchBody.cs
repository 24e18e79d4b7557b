using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

internal sealed record SearchBody(string QueryString, int? Limit, [property: JsonPropertyName("orderby")] string? OrderBy);
