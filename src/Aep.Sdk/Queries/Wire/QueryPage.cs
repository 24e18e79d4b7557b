using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QueryPage
{
    public IReadOnlyList<QueryRun> Queries { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
