using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QueryScheduleRunPage
{
    [JsonPropertyName("runsSchedules")]
    public IReadOnlyList<QueryScheduleRun> Runs { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
