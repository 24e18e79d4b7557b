using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

internal sealed record MergePolicyPage
{
    public IReadOnlyList<MergePolicy> Children { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public NextPage? Page { get; init; }
}
