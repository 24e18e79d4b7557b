using System.Text.Json.Serialization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Flows;

/// <summary>The envelope of every Flow Service answer, also of a single resource.</summary>
internal sealed class ItemsPage<T>
{
    public IReadOnlyList<T> Items { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }
}
