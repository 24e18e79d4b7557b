using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A page of a registry listing; <c>_page.next</c> is the value of <c>start</c> for the next one.</summary>
internal sealed record RegistryPage<T>
{
    public IReadOnlyList<T> Results { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public RegistryPagePosition? Page { get; init; }
}
