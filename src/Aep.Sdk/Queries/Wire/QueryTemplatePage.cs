using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class QueryTemplatePage
{
    public IReadOnlyList<QueryTemplate> Templates { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
