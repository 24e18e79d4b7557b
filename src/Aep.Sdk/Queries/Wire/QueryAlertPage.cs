using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QueryAlertPage
{
    public IReadOnlyList<QueryAlert> Alerts { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
