using System.Text.Json.Serialization;

namespace Aep.Sdk.Datasets;

/// <summary>A page of GET /ttl.</summary>
internal sealed record ExpirationPage
{
    public IReadOnlyList<DatasetExpiration> Results { get => field ?? []; init; }

    [JsonPropertyName("current_page")]
    public int? CurrentPage { get; init; }

    [JsonPropertyName("total_pages")]
    public int TotalPages { get; init; }

    [JsonPropertyName("total_count")]
    public int? TotalCount { get; init; }
}
