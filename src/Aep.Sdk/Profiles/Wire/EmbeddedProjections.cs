using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

internal sealed record EmbeddedProjections
{
    [JsonPropertyName("_embedded")]
    public Lists? Embedded { get; init; }

    internal sealed record Lists
    {
        public IReadOnlyList<ProjectionDestination> ProjectionDestinations { get => field ?? []; init; }

        public IReadOnlyList<Projection> ProjectionConfigs { get => field ?? []; init; }
    }
}
