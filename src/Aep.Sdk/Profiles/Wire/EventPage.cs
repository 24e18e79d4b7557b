using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

internal sealed record EventPage
{
    public IReadOnlyList<ProfileEvent> Children { get => field ?? []; init; }

    [JsonPropertyName("_page")]
    public NextPage? Page { get; init; }
}
