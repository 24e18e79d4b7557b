using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

internal sealed class UserQueryAlertPage
{
    public IReadOnlyList<UserQueryAlert> Items { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public QueryPageLinks? Links { get; init; }
}
