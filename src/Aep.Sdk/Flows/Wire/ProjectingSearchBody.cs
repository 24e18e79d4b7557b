using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

internal sealed record ProjectingSearchBody(
    string QueryString, int? Limit, [property: JsonPropertyName("orderby")] string? OrderBy, string? ProjectionFields);
