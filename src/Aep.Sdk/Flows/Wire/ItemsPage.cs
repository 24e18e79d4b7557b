using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>The envelope of every Flow Service answer, also of a single resource.</summary>
internal sealed class ItemsPage<T>
{
    public IReadOnlyList<T> Items { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    internal sealed class PageLinks
    {
        public PageLink? Next { get; init; }
    }

    internal sealed class PageLink
    {
        public string? Href { get; init; }
    }
}
