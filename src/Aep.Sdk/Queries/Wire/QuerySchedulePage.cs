using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QuerySchedulePage
{
    public IReadOnlyList<QuerySchedule> Schedules { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
