using System.Text.Json.Serialization;

namespace Aep.Sdk.Sandboxes;

internal sealed record SandboxPage
{
    public IReadOnlyList<Sandbox> Sandboxes { get => field ?? []; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    internal sealed record PageLinks
    {
        public PageLink? Next { get; init; }
    }

    internal sealed record PageLink
    {
        public string? Href { get; init; }
    }
}
