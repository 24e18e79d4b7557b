using System.Text.Json.Serialization;

namespace Aep.Sdk.Governance;

internal sealed record GovernancePage<T>
{
    public IReadOnlyList<T> Children { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public PageInfo? Page { get; init; }

    internal sealed record PageInfo
    {
        public string? Next { get; init; }
    }
}
